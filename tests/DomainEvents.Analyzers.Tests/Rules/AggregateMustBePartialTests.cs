using DomainEvents.Analyzers.Rules;
using DomainEvents.CodeFixes.Fixes;
using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Tests.Rules;

public class AggregateMustBePartialTests
{
    private const string Usings = "using DomainEvents.Persistence;\n";

    [Theory]
    [InlineData("[Aggregate] public class {|DEVT1011:Account|};")]
    [InlineData("public class {|DEVT1011:Bank|} { [Aggregate] public partial class Account; }")]
    [InlineData("[Aggregate] public partial record {|DEVT1011:Account|};")]
    [InlineData("[Aggregate] public static partial class {|DEVT1011:Account|};")]
    [InlineData("[Aggregate] file partial class {|DEVT1011:Account|};")]
    public Task Class_for_which_nothing_is_generated_is_reported(string source) =>
        AnalyzerRunner.VerifyAsync(Setups.For<AggregateMustBePartialAnalyzer>(), Usings + source);

    [Theory]
    [InlineData("[Aggregate] public partial class Account;")]
    [InlineData("[Aggregate] public partial class Account : AggregateRoot;")]
    [InlineData("public static partial class Bank { [Aggregate] internal abstract partial class Account<T>; }")]
    [InlineData("public class Account : AggregateRoot;")]
    [InlineData("namespace Other { class AggregateAttribute : System.Attribute; [Aggregate] class Account; }")]
    public Task Anything_else_is_left_alone(string source) =>
        AnalyzerRunner.VerifyAsync(Setups.For<AggregateMustBePartialAnalyzer>(), Usings + source);

    [Theory]
    [InlineData("[Aggregate] public class Account;", "Nothing is generated for 'Account', which is marked [Aggregate]: 'Account' is not partial; add 'partial'")]
    [InlineData("class Bank { [Aggregate] partial class Account; }", "Nothing is generated for 'Account', which is marked [Aggregate]: 'Bank' is not partial; add 'partial'")]
    [InlineData("[Root] public class Account;", "Nothing is generated for 'Account', which is marked [Aggregate]: 'Account' is not partial; add 'partial'")]
    public async Task Message_says_why_and_what_to_do(string source, string message)
    {
        AnalyzerSetup setup = Setups.For<AggregateMustBePartialAnalyzer>();
        TestProject project = setup.ProjectOf(Usings + source).WithFile("Global.cs", "global using Root = DomainEvents.Persistence.AggregateAttribute;");
        Diagnostic found = Assert.Single(await AnalyzerRunner.AnalyzeAsync(setup, project));
        Assert.Equal(message, found.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public Task Report_can_be_suppressed() =>
        AnalyzerRunner.VerifySuppressibleAsync(Setups.For<AggregateMustBePartialAnalyzer>(), Usings + "[Aggregate] public class Account;");

    [Fact]
    public Task Fix_adds_partial_up_the_chain() => CodeFixRunner.VerifyAsync(
        Setups.For<AggregateMustBePartialAnalyzer, MakePartialFix>(),
        """
        using DomainEvents.Persistence;

        static class Bank
        {
            // Raises events.
            [Aggregate]
            public sealed class {|DEVT1011:Account|};
        }
        """,
        """
        using DomainEvents.Persistence;

        static partial class Bank
        {
            // Raises events.
            [Aggregate]
            public sealed partial class Account;
        }
        """);

    [Fact]
    public Task Fix_all_equals_the_fixes_one_by_one() => FixAllRunner.VerifyAsync(
        Setups.For<AggregateMustBePartialAnalyzer, MakePartialFix>(),
        """
        using DomainEvents.Persistence;

        static class {|DEVT1011:Bank|}
        {
            [Aggregate]
            internal sealed partial class Account;
        }

        [Aggregate]
        internal sealed class {|DEVT1011:Customer|};
        """);

    [Theory]
    [InlineData("[Aggregate] public partial record {|DEVT1011:Account|};")]
    [InlineData("[Aggregate] file partial class {|DEVT1011:Account|};")]
    public Task Class_that_partial_would_not_help_gets_no_fix(string source) =>
        CodeFixRunner.VerifyOfferedAsync(Setups.For<AggregateMustBePartialAnalyzer, MakePartialFix>(), Usings + source);
}
