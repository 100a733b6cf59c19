using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace DomainEvents.RoslynTesting;

/// <summary>Whether a model type compares by value; one that does not makes every edit look like a change.</summary>
internal static class EqualityRules
{
    public static void Check(Type type, ISet<string> faults)
    {
        if (IsFrameworkType(type))
        {
            return;
        }

        MethodInfo equals = type.GetMethod(nameof(Equals), [typeof(object)])!;
        if (equals.DeclaringType == typeof(object) || equals.DeclaringType == typeof(ValueType))
        {
            faults.Add($"{type.FullName} does not override Equals");
        }

        // A record's own Equals asks each field's default comparer, and these compare by reference.
        bool synthesized = type.GetMethod(nameof(Equals), [type])?.IsDefined(typeof(CompilerGeneratedAttribute)) == true;
        foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            if (synthesized && ComparesByReference(field.FieldType))
            {
                faults.Add($"{type.FullName} is a record whose {field.Name} compares by reference ({field.FieldType.Name})");
            }
        }
    }

    private static bool ComparesByReference(Type type) =>
        type.IsArray
        || (type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
            || (type.Namespace?.StartsWith("System.Collections", StringComparison.Ordinal) == true)));

    private static bool IsFrameworkType(Type type) =>
        type.Namespace is { } name && (name == "System" || name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));
}
