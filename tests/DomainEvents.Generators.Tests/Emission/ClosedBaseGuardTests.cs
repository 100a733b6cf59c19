using DomainEvents.Generators.Tests.EdgeCases;

namespace DomainEvents.Generators.Tests.Emission;

/// <summary>A type parameter of a base event that stands for text is checked as text is.</summary>
public sealed class ClosedBaseGuardTests
{
    private const string Source = """
        using DomainEvents;
        namespace Shop
        {
            [DomainEvent] public abstract partial class ItemChanged<T> where T : class { public T Item { get; } [AllowBlank] public T Note { get; } }
            [DomainEvent] public partial class NameChanged : ItemChanged<string> { }
            [DomainEvent] public partial class PartChanged : ItemChanged<object> { }
        }
        """;

    [Theory]
    [InlineData("\" \"", "\"\"")]
    [InlineData("\"\"", "\"\"")]
    public void Blank_text_for_a_type_parameter_is_refused(string item, string note) => Assert.Equal(
        "item", Assert.Throws<ArgumentException>(() => Edge.Execute(Source, $"return new Shop.NameChanged({item}, {note});")).ParamName);

    [Fact]
    public void Null_text_for_a_type_parameter_is_refused_as_null() => Assert.Equal(
        "item", Assert.Throws<ArgumentNullException>(() => Edge.Execute(Source, "return new Shop.NameChanged(null!, \"\");")).ParamName);

    [Theory]
    [InlineData("new Shop.NameChanged(\"x\", \"\").Item")]
    [InlineData("new Shop.PartChanged(\"x\", \"\").Item")]
    public void Blank_passes_where_it_is_allowed(string creation) => Assert.Equal("x", Edge.Execute(Source, $"return {creation};"));

    [Fact]
    public void Blank_text_for_an_object_passes() => Assert.Equal("", Edge.Execute(Source, "return new Shop.PartChanged(\"\", \"\").Item;"));
}
