using DomainEvents.Generators.Equality;

namespace DomainEvents.Generators.Dispatch;

/// <summary>Names that one assembly's generated code uses and another's must be able to use beside its own.</summary>
internal static class DispatchNames
{
    /// <summary>Holds modules and roots: nothing in it is written by hand.</summary>
    public const string Namespace = "DomainEvents.Generated";

    /// <summary>The class of an assembly's module.</summary>
    public static string Module(string assemblyName) => Qualify(assemblyName) + "_Module";

    /// <summary>The class of a composition root.</summary>
    public static string Root(string assemblyName) => Qualify(assemblyName) + "_Root";

    /// <summary>The member of a type that registers what is nested in it. Its name differs from that of a base type's.</summary>
    public static string Nesting(string type) => "__DescribeDomainEvents_" + StableHash.ToHex(StableHash.Compute(type));

    /// <summary>The class in an event that writes and reads its JSON. Its name differs from that of a base event's.</summary>
    public static string Serializer(string type) => "__Json_" + StableHash.ToHex(StableHash.Compute(type));

    /// <summary>
    /// <c>Shop.Orders</c> is <c>Shop_Orders</c>. Wherever two assembly names could meet in one identifier, a hash of the whole name
    /// keeps them apart: <c>Shop-Orders</c>, <c>Shop_Orders</c>.
    /// </summary>
    private static string Qualify(string assemblyName)
    {
        var characters = assemblyName.ToCharArray();
        var isExact = characters.Length > 0;
        for (var i = 0; i < characters.Length; i++)
        {
            var character = characters[i];
            if (character is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9'))
            {
                continue;
            }

            isExact &= character == '.';
            characters[i] = '_';
        }

        var name = new string(characters);
        if (name.Length == 0 || name[0] is >= '0' and <= '9')
        {
            name = "_" + name;
        }

        return isExact ? name : name + "_" + StableHash.ToHex(StableHash.Compute(assemblyName));
    }
}
