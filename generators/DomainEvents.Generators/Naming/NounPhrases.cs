namespace DomainEvents.Generators.Naming;

/// <summary>Pairs of words that are a thing where the second alone would be a participle: data set, upper bound.</summary>
internal static class NounPhrases
{
    public static bool Makes(string before, string participle) => participle switch
    {
        "set" => NounWords.BeforeSet.Contains(before),
        "left" => NounWords.BeforeLeft.Contains(before),
        "bound" => NounWords.BeforeBound.Contains(before),
        _ => false,
    };
}
