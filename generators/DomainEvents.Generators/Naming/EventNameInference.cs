using System.Text;
using DomainEvents.Naming;

namespace DomainEvents.Generators.Naming;

/// <summary>
/// Finds the event type that a type's name stands for: the suffix is peeled, the action found, and what is left names the subject.
/// A pure function of its arguments, ordinal throughout; it answers for any text and never throws.
/// </summary>
internal static class EventNameInference
{
    // Longer names have no valid event type, and nobody waits for their analysis.
    private const int LongestName = 2 * EventTypeGrammar.MaxLength;

    /// <param name="typeName">The simple name, without arity; an escape (<c>@</c>) is ignored.</param>
    /// <param name="containingTypeName">
    /// The containing types' names from the outermost in, separated by dots or plus signs, or the innermost alone.
    /// </param>
    /// <param name="namespaceName">The full namespace, or empty.</param>
    public static InferredName Infer(string typeName, string? containingTypeName, string namespaceName)
    {
        typeName = (typeName ?? "").TrimStart('@');
        if (typeName.Length > LongestName)
        {
            return new InferredName(null, NameRule.None, false, null, typeName);
        }

        var name = PeeledName.Peel(typeName);
        var nothing = new InferredName(null, NameRule.None, false, name.Version, name.ConstantName);
        var words = WordSequence.Classify(typeName, name.Words);
        if (words is null || ActionFinder.Find(words, name.HasSuffix) is not { } action)
        {
            return nothing;
        }

        var domain = action.Domain(words);
        var rule = action.Rule;
        var isSure = action.IsSure;
        if (domain.Length == 0)
        {
            domain = OwnerName.Find(containingTypeName ?? "", namespaceName ?? "") ?? "";
            rule = NameRule.Owner;
            isSure = false;
        }

        var eventType = new StringBuilder(domain, domain.Length + 32).Append('.').Append(action.Verb(words)).ToString();
        return EventTypeGrammar.IsValid(eventType) ? new InferredName(eventType, rule, isSure, name.Version, name.ConstantName) : nothing;
    }

    /// <summary>The constant's name for a type whose event type is written out.</summary>
    public static string ConstantName(string typeName)
    {
        typeName = (typeName ?? "").TrimStart('@');
        return typeName.Length > LongestName ? typeName : PeeledName.Peel(typeName).ConstantName;
    }
}
