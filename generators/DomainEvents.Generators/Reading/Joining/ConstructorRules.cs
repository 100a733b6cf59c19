using DomainEvents.Generators.Text;

namespace DomainEvents.Generators.Reading.Joining;

/// <summary>Something that may become a parameter.</summary>
/// <param name="Name">The member's or base parameter's name.</param>
/// <param name="FullType">Its type as it may be written anywhere, where that is known and there are parameters of a base to compare it with.</param>
/// <param name="IsOptional">Whether it is nullable.</param>
/// <param name="IsSettable">Whether object initialisers can set it.</param>
/// <param name="IsRequired">Whether someone must.</param>
internal sealed record ParameterCandidate(
    string Name,
    string? FullType,
    bool IsOptional,
    bool IsSettable = false,
    bool IsRequired = false);

/// <summary>A parameter of the generated constructor: which of the candidates it serves, by index or -1.</summary>
internal sealed record PlannedParameter(string Name, bool IsOptional, int Base = -1, int InheritedMember = -1, int Own = -1);

/// <summary>
/// Which parameters the generated constructor has, in which order. The typing path plans the constructor of an event by these rules,
/// and the reader of base events works out by them what the base's will be.
/// </summary>
internal static class ConstructorRules
{
    /// <summary>The parameters in their final order, or <see langword="null"/> where two would have one name.</summary>
    public static List<PlannedParameter>? Plan(
        IReadOnlyList<ParameterCandidate> baseParameters,
        IReadOnlyList<ParameterCandidate> requiredOfBase,
        IReadOnlyList<ParameterCandidate> own,
        bool includeSettable)
    {
        bool IsAlwaysSet(ParameterCandidate member) => !member.IsSettable || includeSettable;

        // Without any of these the constructor would take nothing: required members stay with the object initialisers.
        var takesValues = baseParameters.Count > 0 || own.Any(IsAlwaysSet);
        var planned = new List<PlannedParameter>();
        var indexes = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < baseParameters.Count; i++)
        {
            if (!Add(planned, indexes, new PlannedParameter(CSharpIdentifier.ToCamelCase(baseParameters[i].Name), baseParameters[i].IsOptional, Base: i)))
            {
                return null;
            }
        }

        for (var i = 0; takesValues && i < requiredOfBase.Count; i++)
        {
            var member = requiredOfBase[i];
            if (!own.Any(mine => mine.Name == member.Name)
                && !Add(planned, indexes, new PlannedParameter(CSharpIdentifier.ToCamelCase(member.Name), member.IsOptional, InheritedMember: i)))
            {
                return null;
            }
        }

        for (var i = 0; i < own.Count; i++)
        {
            var member = own[i];
            if (!IsAlwaysSet(member) && !(member.IsRequired && takesValues))
            {
                continue;
            }

            var name = CSharpIdentifier.ToCamelCase(member.Name);
            if (!indexes.TryGetValue(name, out var index))
            {
                Add(planned, indexes, new PlannedParameter(name, member.IsOptional, Own: i));
            }
            else if (planned[index] is { Base: >= 0, Own: -1 } inherited && IsSameValue(baseParameters[inherited.Base], member))
            {
                // A member that overrides or hides the base's: one value for both.
                planned[index] = inherited with { Own = i, IsOptional = inherited.IsOptional && member.IsOptional };
            }
            else
            {
                return null;
            }
        }

        return [.. planned.Where(static parameter => !parameter.IsOptional), .. planned.Where(static parameter => parameter.IsOptional)];
    }

    private static bool IsSameValue(ParameterCandidate inherited, ParameterCandidate own) =>
        own.FullType is not null && own.FullType == inherited.FullType;

    private static bool Add(List<PlannedParameter> planned, Dictionary<string, int> indexes, PlannedParameter parameter)
    {
        if (indexes.ContainsKey(parameter.Name))
        {
            return false;
        }

        indexes.Add(parameter.Name, planned.Count);
        planned.Add(parameter);
        return true;
    }
}
