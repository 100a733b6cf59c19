namespace DomainEvents.Generators.Naming;

/// <summary>Participles and past forms that do not end in -ed.</summary>
internal static class IrregularParticiples
{
    /// <summary>Nothing but a verb form.</summary>
    public static readonly HashSet<string> Certain = WordList.Parse(
        """
        arisen arose ate awoke awoken beaten became began begun bent bled blew blown born borne bought bound bred broke
        broken brought built burnt caught chose chosen clung crept crossbred dealt done drawn dreamt drew driven drove
        drunk dug eaten fallen fed fell felt fled flew flown flung forbidden foregone foresaw foreseen foretold
        forgave forgiven forgot forgotten forsaken fought found froze frozen gave given gone gotten grew grown heard
        held hid hidden hung interwoven kept knelt knew known laden laid lain leapt learnt left lent lost made meant
        met mislaid misled misspelt misspent mistaken mistook misunderstood mown outdone outgrew outgrown outsold
        outspent overcame overdone overdrawn overdrew overheard overpaid overridden overrode overseen overslept
        oversold overspent overtaken overthrown overtook overwritten overwrote paid postpaid prebuilt prepaid proven
        ran rang rebought rebuilt redone redrawn refrozen regrown relaid relearnt relit remade repaid resent resold
        resought restrung retaken retaught rethought retold rewound rewritten rewrote ridden risen rode rung said sang
        sat seen sent sewn shaken shone shook shorn shown shrank shrunk slain slept slid slung smelt sold sought sown
        sped spelt spent spilt spoken sprung spun stole stolen stood strewn struck strung stuck stung sung sunk swept
        swollen sworn swum swung taken taught threw thrown told took tore torn trodden unbound unbroken unbuilt
        undergone underpaid undersold understood undertaken undertook underwent undid undone unfrozen unheard unhidden
        unmet unpaid unproven unread unseen unsent unsold unspent untaken untold unwound unwritten upheld went wept
        withdrawn withdrew withheld withstood woke woken won wore worn wove woven written wrote
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
