using System.Collections.Immutable;
using DomainEvents.Generators.Equality;
using DomainEvents.Generators.Text;

namespace DomainEvents.Generators.Emission;

/// <summary>
/// One generated file: the parts of all events of one source file. A file per event would cost the compiler a tree each; a file for
/// all of them would be parsed and bound anew on every edit of any.
/// </summary>
/// <param name="Hint">That of the first part.</param>
/// <param name="Parts">Sorted by key. They become one text in the output, so that an edit writes one file and not all.</param>
internal sealed record FileBundle(string Hint, EquatableArray<EventPart> Parts)
{
    /// <summary>Sorts the parts into files. The order of the parts makes no difference.</summary>
    public static ImmutableArray<FileBundle> Group(ImmutableArray<EventPart> parts)
    {
        var files = new Dictionary<(string FilePath, string Usings), List<EventPart>>();
        foreach (var part in parts)
        {
            // Trees without a path, or one file compiled twice, share a path and may yet differ in their usings.
            var file = (part.FilePath, part.Usings);
            if (!files.TryGetValue(file, out var members))
            {
                files.Add(file, members = []);
            }

            members.Add(part);
        }

        var bundles = ImmutableArray.CreateBuilder<FileBundle>(files.Count);
        foreach (var members in files.Values)
        {
            members.Sort(static (left, right) => string.CompareOrdinal(left.Key, right.Key));
            bundles.Add(new FileBundle(members[0].Hint, new EquatableArray<EventPart>(members)));
        }

        bundles.Sort(static (left, right) => string.CompareOrdinal(left.Hint, right.Hint));
        return bundles.MoveToImmutable();
    }

    /// <summary>The whole file.</summary>
    public string Render()
    {
        var writer = GeneratedFile.Start().Verbatim(Parts[0].Usings);
        foreach (var part in Parts)
        {
            writer.Line().Verbatim(part.Text);
        }

        return writer.ToString();
    }
}
