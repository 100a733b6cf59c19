using DomainEvents.Generators.Model;
using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Generators.Tests.Reading;

/// <summary>
/// What the typing path read from text is what the compiler sees in the end: an independent reader looks at the symbols of the finished
/// compilation and at nothing of the generator's.
/// </summary>
public sealed class AgreementTests
{
    private const string Sample = "samples/Trading/Domain";

    public static TheoryData<string> Names => [.. Corpus.Sources.Keys, Sample];

    [Theory]
    [MemberData(nameof(Names))]
    public void Models_are_those_of_the_events_that_the_compiler_sees(string name)
    {
        var (models, events) = Read(name);

        Assert.Equal(events.Select(static type => type.MetadataName).Order(), models.Select(static model => Arity(model)).Order());
    }

    [Fact]
    public void Sample_is_compared_event_by_event() => Assert.Contains("PositionClosed", Read(Sample).Events.Select(static type => type.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Constructors_take_what_the_symbols_hold(string name)
    {
        var (models, events) = Read(name);
        foreach (var type in events)
        {
            var model = Find(models, type);
            if (model.Constructor is null or { Parameters.Count: 0 })
            {
                continue;
            }

            var constructor = type.InstanceConstructors.Single(SymbolReader.IsGenerated);
            Assert.Equal(SymbolReader.Parameters(type), constructor.Parameters.Select(SymbolReader.Describe));
            Assert.Equal(
                constructor.Parameters.Select(parameter => SymbolReader.Guard(type, parameter)),
                model.Constructor.Parameters.Items.Zip(constructor.Parameters, static (read, symbol) => SymbolReader.Effective(read.Guard, read.BaseParameter, symbol.Type)));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Events_without_a_constructor_have_a_reason(string name)
    {
        var (models, events) = Read(name);
        foreach (var type in events.Where(type => Find(models, type).Constructor is null))
        {
            Assert.True(SymbolReader.NeedsNoConstructor(type), type.ToDisplayString());
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_event_implements_the_interface_and_says_its_name(string name)
    {
        var (models, events) = Read(name);
        foreach (var type in events)
        {
            var model = Find(models, type);
            var contract = Assert.Single(type.AllInterfaces, static candidate => candidate.ToDisplayString() == "DomainEvents.IDomainEvent");
            Assert.All(contract.GetMembers().OfType<IPropertySymbol>(), member => Assert.NotNull(type.FindImplementationForInterfaceMember(member)));
            Assert.Equal(SymbolReader.EventType(type) ?? model.EventType, model.EventType);
            if (model.EventType is not null && !model.Identity.DeclaresEventTypeName)
            {
                Assert.Equal(model.EventType, type.GetMembers("EventTypeName").OfType<IFieldSymbol>().Single().ConstantValue);
                Assert.Equal(model.EventVersion, type.GetMembers("EventTypeVersion").OfType<IFieldSymbol>().Single().ConstantValue);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Positional_records_have_every_parameter_once_and_in_order(string name)
    {
        var (models, events) = Read(name);
        foreach (var type in events.Where(type => Find(models, type).PositionalProperties.Count > 0))
        {
            var model = Find(models, type);
            var generated = type.GetMembers().OfType<IPropertySymbol>().Where(SymbolReader.IsGenerated).Select(static property => property.Name).ToList();
            Assert.Equal(generated.Where(model.PositionalProperties.Items.Select(static property => property.Name).Contains), model.PositionalProperties.Items.Select(static property => property.Name));
            foreach (var property in model.PositionalProperties)
            {
                var symbol = type.GetMembers(property.Name).OfType<IPropertySymbol>().Single();
                Assert.Equal(SymbolReader.Guard(symbol), SymbolReader.Effective(property.Guard, null, symbol.Type));
            }
        }
    }

    private static (IReadOnlyCollection<EventModel> Models, List<INamedTypeSymbol> Events) Read(string name)
    {
        TestProject project = name == Sample ? ReadModels.Project(FilesOf(Sample)) : Corpus.Project(name);
        var compilation = GeneratorRunner.Run(new TypingPath(), project, GeneratorChecks.NoException).Compilation;
        return ([.. ReadModels.Of(project).Values], SymbolReader.Events(compilation));
    }

    private static string[] FilesOf(string folder)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Directory.Packages.props")))
        {
            root = root.Parent!;
        }

        return [.. Directory.GetFiles(Path.Combine(root.FullName, folder), "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText)];
    }

    private static EventModel Find(IReadOnlyCollection<EventModel> models, INamedTypeSymbol type) =>
        models.Single(model => model.Key.Replace("`0", "", StringComparison.Ordinal) == SymbolReader.MetadataName(type));

    private static string Arity(EventModel model) =>
        model.Key[(model.Key.LastIndexOfAny(['.', '+']) + 1)..].Replace("`0", "", StringComparison.Ordinal);
}
