using DomainEvents.RoslynTesting;

namespace DomainEvents.Package.Tests;

/// <summary>Projects that a build says something about: what reaches them through the packages, in which language and how loud.</summary>
public sealed class DiagnosticShapes : ConsumerSolution
{
    private const string NotPartial = "[DomainEvents.DomainEvent] public class OrderPaid { }";
    private const string Through = """<ProjectReference Include="../Library/Library.csproj" />""";
    private const string Partial = "[DomainEvents.DomainEvent] public partial class OrderPaid;";

    /// <summary>Mode and .editorconfig of the applications <c>Mode0</c> and on, and how DEVT1010 appears in each.</summary>
    internal static readonly (string Mode, string EditorConfig, string? Level)[] Modes =
    [
        ("", "", "note"),
        ("Default", "", "note"),
        ("strict", "", "warning"),
        ("None", "", null),
        ("Strict", "dotnet_diagnostic.DEVT1010.severity = none", null),
        ("None", "dotnet_diagnostic.DEVT1010.severity = error", "error"),
    ];

    public DiagnosticShapes(PackageFixture packages)
        : base(packages, "diagnostics")
    {
        Add("Library", ConsumerProject.CSharp(Package("DomainEvents.Hosting")), "[DomainEvents.DomainEvent] public partial class OrderPlaced { public string OrderId { get; } }");
        Add("Transitive", ConsumerProject.CSharp(Through), NotPartial);
        Add("Korean", ConsumerProject.CSharp(Package("DomainEvents"), "<PreferredUILang>ko</PreferredUILang>"), NotPartial);
        Add("OldSdk", ConsumerProject.CSharp(Package("DomainEvents"), "<NETCoreSdkVersion>9.0.203</NETCoreSdkVersion>"), Partial);
        Add("UnknownMode", ConsumerProject.CSharp(Package("DomainEvents"), "<DomainEventsAnalysisMode>All</DomainEventsAnalysisMode>"), Partial);
        for (var i = 0; i < Modes.Length; i++)
        {
            // The build's own output says nothing of information.
            Add(
                $"Mode{i}",
                ConsumerProject.CSharp(Through, $"<DomainEventsAnalysisMode>{Modes[i].Mode}</DomainEventsAnalysisMode><TreatWarningsAsErrors>false</TreatWarningsAsErrors><ErrorLog>found.sarif,version=2.1</ErrorLog>"),
                Partial + " public class OrderPaidTwice : OrderPaid;");
            Write($"Mode{i}/.editorconfig", $"root = true\n[*.cs]\n{Modes[i].EditorConfig}\n");
        }
    }

    /// <summary>What the compiler has logged of a project, hints included.</summary>
    public async Task<string> LogAsync(string project)
    {
        await BuiltAsync();
        return await File.ReadAllTextAsync(FileOf(project, "found.sarif"));
    }

    private string Package(string id) => $"""<PackageReference Include="{id}" Version="{Version}" />""";
}
