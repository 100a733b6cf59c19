using System.Globalization;
using System.Text;
using DomainEvents.Generators.Text;

namespace DomainEvents.Generators.Emission;

/// <summary>Writes a reference to a type as documentation comments want it.</summary>
internal static class TypeCref
{
    /// <summary><c>Shop.Outer`1+Created`0</c> is <c>Shop.Outer{T1}.Created</c>.</summary>
    public static string FromKey(string key)
    {
        var cref = new StringBuilder(key.Length);
        foreach (var part in key.TrimStart('.').Split('.', '+'))
        {
            if (cref.Length > 0)
            {
                cref.Append('.');
            }

            var tick = part.IndexOf('`');
            cref.Append(CSharpIdentifier.EscapeType(tick < 0 ? part : part.Substring(0, tick)));
            AppendTypeParameters(cref, tick < 0 ? "0" : part.Substring(tick + 1));
        }

        return cref.ToString();
    }

    private static void AppendTypeParameters(StringBuilder cref, string arity)
    {
        if (!int.TryParse(arity, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count == 0)
        {
            return;
        }

        for (var i = 1; i <= count; i++)
        {
            cref.Append(i == 1 ? "{T" : ",T").Append(CSharpLiteral.Int32(i));
        }

        cref.Append('}');
    }
}
