using DomainEvents.Generators.Naming;

namespace DomainEvents.Generators.Tests.Naming;

/// <summary>The lists of real names with what a careful person would call each event.</summary>
internal static class NameTable
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Naming");

    public static IReadOnlyList<NameRow> Given { get; } = Read("event-names.tsv");

    public static IReadOnlyList<NameRow> HeldOut { get; } = Read("held-out-names.tsv");

    /// <summary>Names met in public code while the word lists were written.</summary>
    public static IReadOnlyList<NameRow> Found { get; } = Read("found-names.tsv");

    /// <summary>Names thought up, with what is expected of them, before any of them was tried.</summary>
    public static IReadOnlyList<NameRow> Unseen { get; } = Read("unseen-names.tsv");

    private static List<NameRow> Read(string file) =>
        [.. File.ReadLines(Path.Combine(Folder, file)).Skip(1).Select(static line => NameRow.Parse(line.Split('\t')))];
}

/// <summary>One row: the type, what is expected of its name, and the rule that a person would say applies.</summary>
internal sealed record NameRow(string Namespace, string Containers, string Type, string? Expected, string Rule)
{
    public InferredName Inferred => EventNameInference.Infer(Type, Containers.Length == 0 ? null : Containers, Namespace);

    public static NameRow Parse(string[] cells)
    {
        var split = cells[1].LastIndexOf('+');
        return new NameRow(
            cells[0],
            split < 0 ? "" : cells[1].Substring(0, split),
            cells[1].Substring(split + 1),
            cells[2] == "(none)" ? null : cells[2],
            cells[3]);
    }

    public override string ToString() =>
        $"{Namespace}.{Type}: {Inferred.EventType ?? "no name"} ({Inferred.Rule}{(Inferred.IsSure ? ", sure" : "")}), expected {Expected ?? "no name"} ({Rule})";
}
