using DomainEvents.RoslynTesting;

namespace DomainEvents.Generators.Tests.Dispatch;

/// <summary>Methods marked as handlers: which shapes are called, and with what.</summary>
public sealed class HandlerMethodTests
{
    private const string Needed = """
        /// <summary>A service.</summary>
        public interface INeeded;
        internal sealed class Needed : INeeded;
        internal sealed class Missing;
        internal sealed class Provider : IServiceProvider
        {
            public object? GetService(Type type) => type == typeof(INeeded) ? new Needed() : type == typeof(Instance) ? new Instance("container") : null;
        }
        internal sealed partial class Instance(string origin)
        {
            [DomainEventHandler] internal void On(Other e) => Log.Add(origin);
        }
        """;

    private static readonly string s_events = $$"""
        namespace Shop;
        {{Assemblies.Event("Created")}}
        {{Assemblies.Event("Other")}}
        {{Needed}}
        """;

    [Theory]
    [InlineData("static class H { [DomainEventHandler] internal static void On(Created e) => Log.Add(\"H\"); }", "H")]
    [InlineData("static class H { [DomainEventHandler] public static Task On(Created e) { Log.Add(\"H\"); return Task.CompletedTask; } }", "H")]
    [InlineData("static class H { [DomainEventHandler] public static async Task On(Created e) { await Task.Yield(); Log.Add(\"H\"); } }", "H")]
    [InlineData("static class H { [DomainEventHandler] public static ValueTask On(Created e) { Log.Add(\"H\"); return default; } }", "H")]
    [InlineData("class H { [DomainEventHandler] public void On(Created e) => Log.Add(\"H\"); }", "H")]
    [InlineData("class H { [DomainEventHandler] public ValueTask @do(CancellationToken x) => default; [DomainEventHandler] public ValueTask @do(Created @class, CancellationToken @if) { Log.Add(\"H\" + @if.CanBeCanceled); return default; } }", "HTrue")]
    [InlineData("static class H { [DomainEventHandler] internal static void On(Created e, CancellationToken token) => Log.Add(\"H\" + token.CanBeCanceled); }", "HTrue")]
    [InlineData("static class H { [DomainEventHandler] internal static void On(Created e, int days = 3) => Log.Add(\"H\" + days); }", "H3")]
    [InlineData("static partial class H { [DomainEventHandler] private static void On(Created e) => Log.Add(\"H\"); }", "H")]
    [InlineData("partial class H { [DomainEventHandler] protected void On(Created e) => Log.Add(\"H\"); }", "H")]
    [InlineData("static class H { [DomainEventHandler] private static void On(Created e) => Log.Add(\"H\"); }", "")]
    [InlineData("static class H { [DomainEventHandler] internal static void On<T>(Created e) => Log.Add(\"H\"); }", "")]
    [InlineData("static class H { [DomainEventHandler] internal static void On() => Log.Add(\"H\"); }", "")]
    [InlineData("static class H { [DomainEventHandler] internal static void On(string text) => Log.Add(text); }", "")]
    [InlineData("static class H { [DomainEventHandler] internal static void On(in Created e) => Log.Add(\"H\"); }", "")]
    [InlineData("static class H { [DomainEventHandler] internal static int On(Created e) => 1; }", "")]
    [InlineData("static class H { [DomainEventHandler] internal static Task<int> On(Created e) => Task.FromResult(1); }", "")]
    [InlineData("static class H { [DomainEventHandler] internal static void On(Created e, Span<int> numbers) => Log.Add(\"H\"); }", "")]
    [InlineData("abstract class H { [DomainEventHandler] internal void On(Created e) => Log.Add(\"H\"); }", "")]
    [InlineData("abstract class H { [DomainEventHandler] internal static void On(Created e) => Log.Add(\"H\"); }", "H")]
    [InlineData("struct H { [DomainEventHandler] internal static void On(Created e) => Log.Add(\"H\"); }", "H")]
    [InlineData("interface H { [DomainEventHandler] internal static void On(Created e) => Log.Add(\"H\"); }", "H")]
    [InlineData("static class H { [DomainEventHandler(Order = 1)] internal static void A(Created e) => Log.Add(\"A\"); [DomainEventHandler] internal static void B(Created e) => Log.Add(\"B\"); [DomainEventHandler] internal static void B(IDomainEvent e) => Log.Add(\"any\"); }", "B any A")]
    [InlineData("[DomainEventHandler(Order = 9)] static class H { [DomainEventHandler] internal static void A(Created e) => Log.Add(\"A\"); [DomainEventHandler(Order = 1)] internal static void B(Created e) => Log.Add(\"B\"); }", "B A")]
    public void Method_is_found_and_called(string handlers, string expected) => Assert.Equal(expected, Publish("new Shop.Created()", handlers));

    [Theory]
    [InlineData("static class H { [DomainEventHandler] internal static void On(Created e, INeeded needed) => Log.Add(needed.GetType().Name); }", "Needed")]
    [InlineData("static class H { [DomainEventHandler] internal static ValueTask On(Created e, CancellationToken token, INeeded needed) { Log.Add(needed.GetType().Name + token.CanBeCanceled); return default; } }", "NeededTrue")]
    [InlineData("static class H { [DomainEventHandler] internal static void On(Created e, Missing? missing, INeeded needed, INeeded? other = null) => Log.Add((missing is null) + \" \" + (other is null)); }", "True False")]
    public void Method_gets_its_services(string handlers, string expected) => Assert.Equal(expected, Publish("new Shop.Created()", handlers, "new Shop.Provider()"));

    [Fact]
    public void Instance_method_is_called_on_the_containers_instance() => Assert.Equal("container", Publish("new Shop.Other()", "", "new Shop.Provider()"));

    private static string Publish(string domainEvent, string handlers, string services = "null")
    {
        var result = Assemblies.Root("Shop", Assemblies.Log, s_events + handlers, $$"""
            internal static class Script
            {
                // Calls the rows as a publisher does, with services that no container stands behind.
                internal static async Task<string> Run()
                {
                    using var source = new CancellationTokenSource();
                    var rows = DomainEvents.Generated.Shop_Module.Instance.DescribeHandlers();
                    var domainEvent = {{domainEvent}};
                    IServiceProvider? services = {{services}};
                    foreach (var row in rows.Where(row => row.HandledType.IsInstanceOfType(domainEvent)).OrderBy(row => row.Order).ThenBy(row => row.HandledType.IsInterface))
                    {
                        if (row.InvokeAsync is not null)
                        {
                            await row.InvokeAsync(services is null ? row.Create?.Invoke() : null, domainEvent, services, source.Token);
                        }
                        else
                        {
                            row.Invoke!(services is null ? row.Create?.Invoke() : null, domainEvent, services);
                        }
                    }

                    return Shop.Log.Take();
                }
            }
            """).Run();
        return Assert.IsType<string>(GeneratorExecution.Call(result, "Script", "Run"));
    }
}
