using DomainEvents.Analyzers.Rules;
using DomainEvents.CodeFixes.Fixes;
using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Tests.Rules;

public class DuplicateHandlerTests
{
    private const string Event = "[DomainEvent] public partial class OrderPlaced { public string OrderId { get; } }\n";
    private const string Mail = "public class Mail : IDomainEventHandler<OrderPlaced> { public virtual void Handle(OrderPlaced e) { } }\n";

    [Theory]
    [InlineData(Mail + "public class [|Letter|] : Mail;")]
    [InlineData(Mail + "public abstract class Post : Mail; public sealed class [|Letter|] : Post { public int Pages => 1; }")]
    [InlineData("public class Mail : IAsyncDomainEventHandler<OrderPlaced> { public ValueTask HandleAsync(OrderPlaced e, CancellationToken t) => default; } internal class [|Letter|] : Mail;")]
    [InlineData(Mail + "public class [|Letter|] : Mail { public new void Handle(OrderPlaced e) { } }")]
    public Task Class_that_takes_over_a_handlers_handling_is_reported(string source) =>
        AnalyzerRunner.VerifyAsync(Setups.For<DuplicateHandlerAnalyzer>(), Event + source, new ExpectedDiagnostic("DEVT1302", DiagnosticSeverity.Warning));

    [Theory]
    [InlineData(Mail + "public class Letter : Mail { public override void Handle(OrderPlaced e) { } }")]
    [InlineData(Mail + "public class Letter : Mail, IDomainEventHandler<OrderPlaced> { void IDomainEventHandler<OrderPlaced>.Handle(OrderPlaced e) { } }")]
    [InlineData("public abstract class Mail : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) { } } public class Letter : Mail; public class Parcel : Mail;")]
    [InlineData("public class Mail<T> : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) { } } public class Letter : Mail<int>;")]
    [InlineData(Mail + "public abstract class Letter : Mail;")]
    [InlineData(Mail + "[DomainEventHandler(Phase = HandlerPhase.InTransaction)] public class Letter : Mail;")]
    [InlineData("public class Mail { public void Handle(OrderPlaced e) { } } public class Letter : Mail;")]
    public Task Anything_else_is_left_alone(string source) => AnalyzerRunner.VerifyAsync(Setups.For<DuplicateHandlerAnalyzer>(), Event + source);

    [Fact]
    public Task Message_names_both_classes() => AnalyzerRunner.VerifyAsync(
        Setups.For<DuplicateHandlerAnalyzer>(),
        Event + Mail + "public class [|Letter|] : Mail;",
        new ExpectedDiagnostic("DEVT1302", Message: "'Letter' inherits the handling of 'Mail', and both are handlers: each 'OrderPlaced' is handled twice; make 'Mail' abstract, or override the method"));

    [Fact]
    public Task Report_can_be_suppressed() => AnalyzerRunner.VerifySuppressibleAsync(
        Setups.For<DuplicateHandlerAnalyzer>(), Event + Mail + "public class Letter : Mail;");

    [Fact]
    public Task Fix_makes_the_base_abstract_in_its_own_file() => CodeFixRunner.VerifyAsync(
        Setups.For<DuplicateHandlerAnalyzer, MakeHandlerAbstractFix>(),
        Setups.For<DuplicateHandlerAnalyzer>().ProjectOf(
            Event + "public sealed class {|DEVT1302:Letter|} : Mail;\n\npublic class {|DEVT1302:Parcel|} : Post;\n",
            "/// <summary>Sends.</summary>\npublic partial class Mail : IDomainEventHandler<OrderPlaced>\n{\n    public void Handle(OrderPlaced e) { }\n}\n\n// see\nclass Post : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) { } }\n".Replace("class Post", "public class Post", StringComparison.Ordinal)),
        Setups.For<DuplicateHandlerAnalyzer>().ProjectOf(
            Event + "public sealed class Letter : Mail;\n\npublic class Parcel : Post;\n",
            "/// <summary>Sends.</summary>\npublic abstract partial class Mail : IDomainEventHandler<OrderPlaced>\n{\n    public void Handle(OrderPlaced e) { }\n}\n\n// see\npublic abstract class Post : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) { } }\n"));

    [Theory]
    [InlineData(Mail + "public class [|Letter|] : Mail; public static class Shop { public static Mail M() => new(); }")]
    [InlineData(Mail + "public class [|Letter|] : Mail; public static class Shop { public static Type M() => typeof(Mail); }")]
    [InlineData(Mail + "public class [|Letter|] : Mail; public static class Shop { public static void Add<T>() { } public static void M() => Add<Mail>(); }")]
    public Task Fix_is_not_offered_where_the_base_is_made(string source) =>
        CodeFixRunner.VerifyOfferedAsync(Setups.For<DuplicateHandlerAnalyzer, MakeHandlerAbstractFix>(), Event + source);
}
