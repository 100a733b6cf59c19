namespace DomainEvents.RoslynTesting;

/// <summary>What a run of a generator is checked for; a test that gives up one of them says so.</summary>
[Flags]
public enum GeneratorChecks
{
    /// <summary>Nothing is checked.</summary>
    None = 0,

    /// <summary>The generator threw nothing.</summary>
    NoException = 1,

    /// <summary>The generator reported no diagnostic: reporting is the analyzers' work.</summary>
    NoDiagnostic = 2,

    /// <summary>Hint names are legal, short and unique even where file names ignore case.</summary>
    Hints = 4,

    /// <summary>The text parses, ends with a line feed, and holds neither carriage returns nor trailing blanks.</summary>
    Text = 8,

    /// <summary>The output compiles without a warning at the highest level, with the generated blanket pragma taken out.</summary>
    Compiles = 16,

    /// <summary>Everything: the default.</summary>
    All = NoException | NoDiagnostic | Hints | Text | Compiles,

    /// <summary>For input that does not compile by itself: everything but the compilation of the output.</summary>
    BrokenInput = All & ~Compiles,
}
