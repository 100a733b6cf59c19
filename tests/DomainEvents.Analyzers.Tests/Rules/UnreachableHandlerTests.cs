using DomainEvents.Analyzers.Rules;
using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Tests.Rules;

public class UnreachableHandlerTests
{
    private const string Event = "[DomainEvent] public partial class OrderPlaced { public string OrderId { get; } }\n";

    [Theory]
    [InlineData("public struct [|Mail|] : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) { } }")]
    [InlineData("public class [|Mail|]<T> : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) { } }")]
    [InlineData("file class [|Mail|] : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) { } }")]
    [InlineData("public class Orders { private class [|Mail|] : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) { } } }")]
    [InlineData("public class Generic<T> { public class [|Mail|] : IAsyncDomainEventHandler<OrderPlaced> { public ValueTask HandleAsync(OrderPlaced e, CancellationToken t) => default; } }")]
    [InlineData("public static class Mail { [DomainEventHandler] public static void [|On|](string text) { } }")]
    [InlineData("public static class Mail { [DomainEventHandler] public static void [|On|]() { } }")]
    [InlineData("public static class Mail { [DomainEventHandler] public static void [|On|](ref OrderPlaced e) { } }")]
    [InlineData("public static class Mail { [DomainEventHandler] public static int [|On|](OrderPlaced e) => 1; }")]
    [InlineData("public static class Mail { [DomainEventHandler] public static Task<int> [|On|](OrderPlaced e) => null!; }")]
    [InlineData("public static class Mail { [DomainEventHandler] public static void [|On|]<T>(OrderPlaced e) { } }")]
    [InlineData("public static class Mail { [DomainEventHandler] public static void [|On|](OrderPlaced e, params string[] more) { } }")]
    [InlineData("public static class Mail { [DomainEventHandler] public static void [|On|](OrderPlaced e, int[] more) { } }")]
    [InlineData("public abstract class Mail { [DomainEventHandler] public void [|On|](OrderPlaced e) { } }")]
    public Task Handler_that_cannot_be_called_is_reported(string source) =>
        AnalyzerRunner.VerifyAsync(Setups.For<UnreachableHandlerAnalyzer>(), Event + source, new ExpectedDiagnostic("DEVT1312", DiagnosticSeverity.Warning));

    [Theory]
    [InlineData("public class Mail : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) { } }")]
    [InlineData("internal sealed class Mail(IServiceProvider services) : IAsyncDomainEventHandler<OrderPlaced> { public ValueTask HandleAsync(OrderPlaced e, CancellationToken t) { _ = services; return default; } }")]
    [InlineData("public abstract class Mail<T> : IDomainEventHandler<T> where T : IDomainEvent { public abstract void Handle(T e); }")]
    [InlineData("public class Mail<T> : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) { } } public class Letter : Mail<int>;")]
    [InlineData("public class Orders { private class Mail : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) { } } public object Make() => new Mail(); }")]
    [InlineData("public partial class Orders { private class Mail : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) { } } }")]
    [InlineData("public static class Mail { [DomainEventHandler] public static ValueTask On(OrderPlaced e, IServiceProvider services, CancellationToken t, string text = \"\") => default; }")]
    [InlineData("public class Mail : IDomainEventHandler<OrderPlaced> { [DomainEventHandler(Order = 2)] public void Handle(OrderPlaced e) { } }")]
    [InlineData("public static class Mail { [DomainEventHandler] public static void On(IDomainEvent e) { } }")]
    [InlineData("public static class Mail { [DomainEventHandler] public static void On({|CS0246:Missing|} e) { } }")]
    [InlineData("public struct Mail { public void Handle(OrderPlaced e) { } }")]
    public Task Anything_else_is_left_alone(string source) => AnalyzerRunner.VerifyAsync(Setups.For<UnreachableHandlerAnalyzer>(), Event + source);

    [Theory]
    [InlineData("[FromKeyedServices(\"a\")] IServiceProvider services", true)]
    [InlineData("[FromKeyedServices(null)] IServiceProvider services", true)]
    [InlineData("[FromKeyedServices(typeof(List<int>))] IServiceProvider services", true)]
    [InlineData("[Derived] IServiceProvider services", false)]
    [InlineData("[Derived] IServiceProvider? services = null", false)]
    [InlineData("[FromKeyedServices(new[] { 1 })] IServiceProvider services", false)]
    [InlineData("[FromKeyedServices(typeof(List<>))] IServiceProvider services", false)]
    [InlineData("[FromKeyedServices(0.5)] IServiceProvider services", false)]
    public Task Key_that_nobody_can_write_is_reported(string parameter, bool isLegible) => AnalyzerRunner.VerifyAsync(
        Setups.For<UnreachableHandlerAnalyzer>(),
        "using Microsoft.Extensions.DependencyInjection;\n" + Event + $$"""
        public class DerivedAttribute : FromKeyedServicesAttribute { public DerivedAttribute() : base("key") { } }
        public static class Mail { [DomainEventHandler] public static void {{(isLegible ? "On" : "[|On|]")}}(OrderPlaced e, {{parameter}}) { } }
        namespace Microsoft.Extensions.DependencyInjection
        {
            [AttributeUsage(AttributeTargets.Parameter)] public class FromKeyedServicesAttribute(object? key) : Attribute { public object? Key => key; }
            public interface IKeyedServiceProvider : IServiceProvider { object? GetKeyedService(Type type, object? key); }
        }
        """,
        isLegible ? [] : [new ExpectedDiagnostic("DEVT1312", DiagnosticSeverity.Warning)]);

    [Theory]
    [InlineData("public struct Mail : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) { } }", "No event reaches the handler 'Mail': it is a struct; make it a class")]
    [InlineData("public class Orders { class Mail : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) { } } }", "No event reaches the handler 'Mail': it is nested privately, and 'Orders' around it is not partial; add 'partial'")]
    [InlineData("public static class Mail { [DomainEventHandler] public static void On(OrderPlaced e, int[] more) { } }", "No event reaches the handler 'On': no container holds a 'more'; take a service, or give it a default")]
    public async Task Message_says_why_and_what_to_do(string source, string message)
    {
        AnalyzerSetup setup = Setups.For<UnreachableHandlerAnalyzer>();
        Diagnostic found = Assert.Single(await AnalyzerRunner.AnalyzeAsync(setup, setup.ProjectOf(Event + source)));
        Assert.Equal(message, found.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public Task Report_can_be_suppressed() => AnalyzerRunner.VerifySuppressibleAsync(
        Setups.For<UnreachableHandlerAnalyzer>(), Event + "public struct Mail : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) { } }");
}
