namespace DomainEvents.Analyzers.Diagnostics;

/// <summary>Tags of ours on descriptors.</summary>
internal static class RuleTags
{
    /// <summary>The rule reports with a severity that depends on the case. A preset must not set one: it would hold for all cases.</summary>
    public const string SeverityVaries = "SeverityVaries";
}
