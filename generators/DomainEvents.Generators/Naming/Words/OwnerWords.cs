namespace DomainEvents.Generators.Naming;

/// <summary>Names of containing types and namespaces: which of them say nothing of the subject, and how their plurals are formed.</summary>
internal static class OwnerWords
{
    public static readonly HashSet<string> Neutral = WordList.Parse(
        """
        abstraction abstractions aggregate aggregateroots aggregates api app application applications args base
        bounded business class classes client command commands common contract contracts core cqrs data db ddd
        definitions distributed domain domainevent domainevents domains dto dtos e entities entity ev event
        eventhandlers events evt evts external feature features generated handler handlers impl implementation inbound
        infra infrastructure integration interfaces internal kernel lib library libs local main message messages
        messaging model models module modules my notification notifications objects outbound payload payloads private
        program project projects public root sample samples schema schemas server service services shared sharedkernel
        solution source src system test testing tests type types unit v value valueobjects web
        """);

    /// <summary>First words that stand for any subject.</summary>
    public static readonly HashSet<string> Placeholders = WordList.Parse(
        """
        abstract any base basic custom default dummy example fake generic mock my sample simple some stub test unknown
        """);

    /// <summary>Singulars in -e that take only -s, among those whose plural looks like -es.</summary>
    public static readonly HashSet<string> InE = WordList.Parse(
        """
        ache avalanche axe cache headache moustache niche psyche quiche toothache
        """);

    /// <summary>Plurals less -s: singulars in -ie.</summary>
    public static readonly HashSet<string> InIe = WordList.Parse(
        """
        birdie bookie calorie cookie die eerie foodie freebie genie goalie hoodie lie movie newbie pie pixie prairie
        rookie selfie smoothie sortie tie veggie zombie
        """);

    /// <summary>Words in -s that are no plural.</summary>
    public static readonly HashSet<string> Invariable = WordList.Parse(
        """
        analytics aws bus canvas christmas css diagnostics dns economics electronics ethics finances gas graphics lens
        logistics mathematics news physics rss series sms sns species sqs statistics tls
        """);

    /// <summary>Plurals that the rules do not undo.</summary>
    public static readonly Dictionary<string, string> IrregularPlurals = new(StringComparer.Ordinal)
    {
        ["addresses"] = "address",
        ["analyses"] = "analysis",
        ["bases"] = "base",
        ["bonuses"] = "bonus",
        ["buses"] = "bus",
        ["campuses"] = "campus",
        ["children"] = "child",
        ["crises"] = "crisis",
        ["feet"] = "foot",
        ["gases"] = "gas",
        ["geese"] = "goose",
        ["heroes"] = "hero",
        ["indices"] = "index",
        ["leaves"] = "leave",
        ["lenses"] = "lens",
        ["matrices"] = "matrix",
        ["men"] = "man",
        ["menus"] = "menu",
        ["mice"] = "mouse",
        ["people"] = "person",
        ["quizzes"] = "quiz",
        ["shelves"] = "shelf",
        ["statuses"] = "status",
        ["teeth"] = "tooth",
        ["vertices"] = "vertex",
        ["viruses"] = "virus",
        ["wolves"] = "wolf",
        ["women"] = "woman",
    };
}
