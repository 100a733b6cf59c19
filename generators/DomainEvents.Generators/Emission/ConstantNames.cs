using DomainEvents.Generators.Naming;
using DomainEvents.Generators.Text;

namespace DomainEvents.Generators.Emission;

/// <summary>
/// Gives each event type a name in <c>EventTypes</c>. Event types that would share a name all get a longer one: were one of them to
/// keep it, a new event could silently make existing code mean another event type.
/// </summary>
internal sealed class ConstantNames
{
    /// <summary>From the shortest name to the one that says most.</summary>
    private static readonly Func<EventConstant, string>[] s_names =
    [
        static constant => EventNameInference.ConstantName(constant.Name),
        static constant => constant.Name,
        static constant => constant.ContainingTypeName + EventNameInference.ConstantName(constant.Name),
        static constant => LastSegment(constant.Namespace) + constant.ContainingTypeName + EventNameInference.ConstantName(constant.Name),
        static constant => LastSegment(constant.Namespace) + constant.ContainingTypeName + constant.Name,
        static constant => constant.Namespace.Replace(".", "") + constant.ContainingTypeName + constant.Name,
    ];

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, EventConstant> _assigned = new(StringComparer.Ordinal);

    private ConstantNames()
    {
    }

    /// <summary>The constants by name, ordinally sorted; not escaped.</summary>
    /// <param name="representatives">One event for each event type.</param>
    public static IReadOnlyDictionary<string, EventConstant> Assign(IEnumerable<EventConstant> representatives)
    {
        var names = new ConstantNames();
        var collisions = new List<List<EventConstant>>();
        foreach (var group in GroupBy(s_names[0], representatives))
        {
            if (group.Value.Count == 1)
            {
                names.Take(group.Key, group.Value[0]);
            }
            else
            {
                collisions.Add(group.Value);
            }
        }

        // After all that collide with nothing: theirs are not to change because others do.
        foreach (var group in collisions)
        {
            names.TellApart(group, 1);
        }

        return names._assigned;
    }

    private static SortedDictionary<string, List<EventConstant>> GroupBy(
        Func<EventConstant, string> name, IEnumerable<EventConstant> constants)
    {
        var groups = new SortedDictionary<string, List<EventConstant>>(StringComparer.Ordinal);
        foreach (var constant in constants)
        {
            var key = Legal(name(constant));
            if (!groups.TryGetValue(key, out var group))
            {
                groups.Add(key, group = []);
            }

            group.Add(constant);
        }

        return groups;
    }

    /// <summary>A member cannot be called like its class, and what is left of a name may begin with a digit.</summary>
    private static string Legal(string name) => name == EventTypesEmitter.ClassName ? name + "_" : CSharpIdentifier.FromText(name);

    private static string LastSegment(string @namespace) => @namespace.Substring(@namespace.LastIndexOf('.') + 1);

    private void Take(string name, EventConstant constant)
    {
        _taken.Add(name);
        _assigned.Add(name, constant);
    }

    private void TellApart(List<EventConstant> constants, int level)
    {
        if (level == s_names.Length)
        {
            Number(constants);
            return;
        }

        foreach (var group in GroupBy(s_names[level], constants))
        {
            if (group.Value.Count == 1 && !_taken.Contains(group.Key))
            {
                Take(group.Key, group.Value[0]);
            }
            else
            {
                TellApart(group.Value, level + 1);
            }
        }
    }

    private void Number(List<EventConstant> constants)
    {
        constants.Sort(static (left, right) => string.CompareOrdinal(left.EventType, right.EventType));
        foreach (var constant in constants)
        {
            var name = s_names[s_names.Length - 1](constant);
            var number = 1;
            while (_taken.Contains(name + CSharpLiteral.Int32(number)))
            {
                number++;
            }

            Take(name + CSharpLiteral.Int32(number), constant);
        }
    }
}
