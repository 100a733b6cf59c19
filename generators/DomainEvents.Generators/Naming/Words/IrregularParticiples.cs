namespace DomainEvents.Generators.Naming;

/// <summary>Participles and past forms that do not end in -ed.</summary>
internal static class IrregularParticiples
{
    /// <summary>Nothing but a verb form.</summary>
    public static readonly HashSet<string> Certain = WordList.Parse(
        """
        arisen arose ate awoke awoken bade beaten became began begun beheld bent bitten bled blew blown born
        borne bought bound bred broke broken brought built burnt caught chose chosen clung crept crossbred
        dealt done drank drawn dreamt drew driven drove drunk dug dwelt eaten fallen fed fell felt fled flew
        flown flung forbade forbidden foregone foresaw foreseen foretold forewent forgave forgiven forgot
        forgotten forsaken forsook forsworn fought found froze frozen gainsaid gave given gone gotten grew
        grown heard held hewn hid hidden hung inlaid interwove interwoven kept knelt knew known laden laid lain
        leant leapt learnt left lent lost made meant met misheard mislaid misled missent missold misspelt
        misspent misspoke misspoken mistaken mistook misunderstood mown outdid outdone outfought outgrew
        outgrown outlaid outshone outsold outspent overate overbought overcame overdid overdone overdrawn
        overdrew overfed overflown overgrew overgrown overheard overhung overlaid overpaid overran overridden
        overrode oversaw overseen overshot overslept oversold overspent overtaken overthrew overthrown overtook
        overwritten overwrote paid partaken partook postpaid prebuilt prepaid preshrunk proven ran rang
        rebought rebroken rebuilt rechosen redealt redid redone redrawn redrew refrozen regrew regrown rehung
        relaid relearnt relit remade repaid resat resent resewn resold resought resown restruck restrung
        retaken retaught rethought retold rewound rewritten rewrote ridden risen rode rung said sang sank sat
        sawn seen sent sewn shaken shod shone shook shorn shown shrank shrunk slain slept slid slung smelt sold
        sought sown sped spelt spent spilt spoilt spoken sprung spun stole stolen stood strewn striven strode
        strove struck strung stuck stung sung sunk swam swept swollen sworn swum swung taken taught threw
        thrown told took tore torn trod trodden typewritten unbound unbroken unbuilt underfed undergone
        underpaid undersold understood undertaken undertook underwent undid undone unfrozen unheard unhidden
        unmade unmet unpaid unproven unread unsaid unseen unsent unsold unspent unstuck untaken untold unwound
        unwritten upheld waylaid went wept withdrawn withdrew withheld withstood woke woken won wore worn wove
        woven written wrote wrung
        """);

    /// <summary>The same word as the base form, and read as a participle at the end of a name.</summary>
    public static readonly HashSet<string> BaseForms = WordList.Parse(
        """
        become broadcast cut hit hurt misread outbid outrun overcome preset proofread put quit read recast reread
        rerun reset set shut simulcast split spread typeset undercut unset upset
        """);

    /// <summary>A noun about as often.</summary>
    public static readonly HashSet<string> Ambiguous = WordList.Parse(
        """
        bet bid bit burst cast come cost fit forecast ground input lay led let lit offset output overrun rose run saw
        shed shot slit spat spoke swore thought thrust wed wet wound
        """);
}
