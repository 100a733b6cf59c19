using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DomainEvents.Generators.Tests.Dispatch;

/// <summary>The generated <c>AddDomainEvents</c>.</summary>
public sealed class RegistrationTests
{
    private const string Caller = """
        using Microsoft.Extensions.DependencyInjection;
        internal static class Startup
        {
            internal static IServiceCollection Add(IServiceCollection services) => services.AddDomainEvents().AddDomainEvents(options => options.MaxDepth = 3);
        }
        """;

    private static readonly string s_shop = $$"""
        namespace Shop;
        {{Assemblies.Event("Created")}}
        internal sealed class Clock { public string Now => "now"; }
        internal sealed class Mail(Clock clock) : IAsyncDomainEventHandler<Created>
        {
            public ValueTask HandleAsync(Created domainEvent, CancellationToken cancellationToken) { Log.Add("mail " + clock.Now); return default; }
        }
        internal static class Audit
        {
            [DomainEventHandler(Order = 1)] internal static Task On(Created domainEvent, Clock clock, CancellationToken token) { Log.Add("audit " + clock.Now + token.CanBeCanceled); return Task.CompletedTask; }
        }
        """;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AddDomainEvents_compiles_with_and_without_implementation_outputs(bool editor)
    {
        var result = Assemblies.Root("Shop.Host", Caller).WithHosting().Run(editor: editor);

        Assert.Equal(!editor, result.Has("Root"));
    }

    [Fact]
    public void AddDomainEvents_registers_handlers_in_a_container_that_validates()
    {
        var result = Assemblies.Root("Shop.Host", Assemblies.Log, s_shop, Caller, """
            using Microsoft.Extensions.DependencyInjection;
            internal static class Script
            {
                internal static async Task<string> Run()
                {
                    var services = new ServiceCollection();
                    services.AddSingleton<Shop.Clock>();
                    Startup.Add(services);
                    await using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
                    await using var scope = provider.CreateAsyncScope();
                    using var source = new CancellationTokenSource();
                    await scope.ServiceProvider.GetRequiredService<IDomainEventPublisher>().PublishAsync(new Shop.Created(), source.Token);
                    return Shop.Log.Take();
                }
            }
            """).WithHosting().WithReferences(typeof(Microsoft.Extensions.DependencyInjection.ServiceProvider).Assembly).Run();

        Assert.Equal("mail now audit nowTrue", GeneratorExecution.Call(result, "Script", "Run"));
    }

    [Theory]
    [InlineData("\"eu\"", "eu")]
    [InlineData("\"a \\\"quoted\\\" key\"", "quoted")]
    [InlineData("7", "seven")]
    [InlineData("7L", "long seven")]
    [InlineData("'x'", "letter")]
    [InlineData("true", "yes")]
    [InlineData("Shop.Region.East", "east")]
    [InlineData("typeof(System.Collections.Generic.List<string>)", "list")]
    [InlineData("null", "plain")]
    public void Method_gets_the_service_of_the_key_it_asks_for(string key, string expected) =>
        Assert.Equal(expected, PublishKeyed($"[FromKeyedServices({key})] Shop.Clock clock", "clock.Name"));

    [Theory]
    [InlineData("[FromKeyedServices(\"nobody\")] Shop.Clock? clock", "clock?.Name ?? \"none\"", "none")]
    [InlineData("[FromKeyedServices(\"eu\")] Shop.Clock? clock = null", "clock?.Name ?? \"none\"", "eu")]
    [InlineData("[FromKeyedServices(\"eu\")] Shop.Clock eu, Shop.Clock plain, CancellationToken token, [FromKeyedServices(7)] Shop.Clock seven", "eu.Name + plain.Name + seven.Name", "euplainseven")]
    [InlineData("[FromKeyedServices(\"scoped\")] Shop.Session first, [FromKeyedServices(\"scoped\")] Shop.Session second", "(first == second).ToString()", "True")]
    public void Keyed_services_stand_beside_others_and_may_be_missing(string parameters, string text, string expected) =>
        Assert.Equal(expected, PublishKeyed(parameters, text));

    [Fact]
    public void Keyed_service_that_is_not_registered_is_told_with_its_key_before_the_first_publish()
    {
        var thrown = Assert.Throws<InvalidOperationException>(() => PublishKeyed("[FromKeyedServices(\"mars\")] Shop.Clock clock", "clock.Name"));

        Assert.Contains("'Shop.Audit.On' takes 'Shop.Clock' with the key 'mars', which is not registered", thrown.Message, StringComparison.Ordinal);
    }

    private static object? PublishKeyed(string parameters, string text) => GeneratorExecution.Call(
        Assemblies.Root("Shop.Host", Assemblies.Log, $$"""
            namespace Shop;
            using Microsoft.Extensions.DependencyInjection;
            {{Assemblies.Event("Created")}}
            internal enum Region { West, East }
            internal sealed class Session;
            internal sealed class Clock(string name) { public string Name => name; }
            internal static class Audit { [DomainEventHandler] internal static void On(Created domainEvent, {{parameters}}) => Log.Add({{text}}); }
            """, Caller, """
            using Microsoft.Extensions.DependencyInjection;
            internal static class Script
            {
                internal static string Run()
                {
                    var services = new ServiceCollection();
                    services.AddSingleton(new Shop.Clock("plain"));
                    foreach (var (key, name) in new (object, string)[]
                    {
                        ("eu", "eu"), ("a \"quoted\" key", "quoted"), (7, "seven"), (7L, "long seven"), ('x', "letter"), (true, "yes"),
                        (Shop.Region.East, "east"), (typeof(List<string>), "list"),
                    })
                    {
                        services.AddKeyedSingleton(key, new Shop.Clock(name));
                    }

                    services.AddKeyedScoped<Shop.Session>("scoped");
                    Startup.Add(services);
                    using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
                    provider.GetRequiredService<IDomainEventPublisher>().Publish(new Shop.Created());
                    return Shop.Log.Take();
                }
            }
            """).WithHosting().WithReferences(typeof(Microsoft.Extensions.DependencyInjection.ServiceProvider).Assembly).Run(),
        "Script",
        "Run");

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Project_without_hosting_or_no_root_gets_no_shell(bool isRoot, bool hasHosting)
    {
        var project = Assemblies.Library("Shop.Host", Assemblies.Event("Created"))
            .WithBuildProperty("DomainEventsCompositionRoot", isRoot ? "True" : "");

        var result = (hasHosting ? project.WithHosting() : project).Run();

        Assert.False(result.Has("AddDomainEvents"));
        Assert.False(result.Has("Embedded"));
        Assert.Equal(isRoot, result.Has("Root"));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void Two_roots_both_call_their_own_AddDomainEvents(bool showInternals, bool asImage)
    {
        var library = Assemblies.Root("Shop.Module", Caller, "internal static class Marker;").WithHosting();
        var built = (showInternals ? library.WithInternalsVisibleTo("Shop.Host") : library).Run();

        var host = Assemblies.Root("Shop.Host", Caller.Replace("Startup", "HostStartup", StringComparison.Ordinal)).WithHosting().WithLibrary(built, asImage).Run();

        Assert.True(host.Has("AddDomainEvents"));
    }

    [Fact]
    public void Two_roots_that_show_internals_collide_without_the_marker()
    {
        var library = Assemblies.Root("Shop.Module", Caller).WithHosting().WithInternalsVisibleTo("Shop.Host").Run();
        var bare = library.Compilation;
        foreach (var file in library.Files.Where(file => file.Hint.Contains("AddDomainEvents", StringComparison.Ordinal)))
        {
            bare = bare.ReplaceSyntaxTree(file.Tree, CSharpSyntaxTree.ParseText(
                file.Text.Replace("[global::Microsoft.CodeAnalysis.Embedded]", "", StringComparison.Ordinal), (CSharpParseOptions)file.Tree.Options, cancellationToken: TestContext.Current.CancellationToken));
        }

        using var image = new MemoryStream();
        Assert.True(bare.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        var host = Assemblies.Root("Shop.Host", Caller.Replace("Startup", "HostStartup", StringComparison.Ordinal)).WithHosting()
            .WithReferences(MetadataReference.CreateFromImage(image.ToArray()))
            .Run(GeneratorChecks.All & ~GeneratorChecks.Compiles);

        Assert.Contains(host.Compilation.GetDiagnostics(TestContext.Current.CancellationToken), diagnostic => diagnostic.Id == "CS0121");
    }

    [Theory]
    [InlineData("internal sealed class EmbeddedAttribute : System.Attribute { }", false)]
    [InlineData("[Microsoft.CodeAnalysis.Embedded] internal sealed class EmbeddedAttribute : System.Attribute { }", false)]
    public void Marker_of_the_user_is_used(string declaration, bool generated)
    {
        var result = Assemblies.Root("Shop.Host", Caller, $"namespace Microsoft.CodeAnalysis\n{{\n    {declaration}\n}}").WithHosting().Run();

        Assert.Equal(generated, result.Has("EmbeddedAttribute"));
    }

    [Fact]
    public void Marker_of_the_same_name_elsewhere_is_not_taken_for_it()
    {
        var result = Assemblies.Root("Shop.Host", Caller, "namespace Shop { internal sealed class EmbeddedAttribute : System.Attribute; }").WithHosting().Run();

        Assert.True(result.Has("EmbeddedAttribute"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Marker_of_another_generator_stands_beside_ours(bool otherFirst)
    {
        var project = Assemblies.Root("Shop.Host", Caller).WithHosting();
        IIncrementalGenerator[] generators = otherFirst
            ? [new GeneratorWithMarker(), new DispatchOnlyGenerator()]
            : [new DispatchOnlyGenerator(), new GeneratorWithMarker()];

        // The text of the compiler's own definition does not follow our rules.
        var result = GeneratorRunner.Run(generators, project, GeneratorChecks.NoException | GeneratorChecks.Compiles);

        Assert.True(result.Has("AddDomainEvents"));
    }

    private sealed class GeneratorWithMarker : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) =>
            context.RegisterPostInitializationOutput(static output => output.AddEmbeddedAttributeDefinition());
    }
}
