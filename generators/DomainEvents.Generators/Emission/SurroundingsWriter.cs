using DomainEvents.Generators.Text;

namespace DomainEvents.Generators.Emission;

/// <summary>Opens the namespaces and containing types around a generated part.</summary>
internal static class SurroundingsWriter
{
    /// <param name="writer">Where to.</param>
    /// <param name="opening">A line each, as <see cref="Model.Surroundings.Opening"/> has them.</param>
    public static void Open(SourceWriter writer, string opening)
    {
        foreach (var line in LineEnds.Normalize(opening).Split('\n'))
        {
            var text = line.Trim();
            if (text.EndsWith("{", StringComparison.Ordinal))
            {
                OpenBlock(writer, text.Substring(0, text.Length - 1).TrimEnd());
            }
            else if (text.Length > 0)
            {
                writer.Line(text);
            }
        }
    }

    private static void OpenBlock(SourceWriter writer, string declaration)
    {
        if (declaration.Length > 0)
        {
            writer.Line(declaration);
        }

        writer.Open();
    }
}
