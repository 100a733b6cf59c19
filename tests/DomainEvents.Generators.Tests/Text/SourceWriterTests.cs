using DomainEvents.Generators.Text;

namespace DomainEvents.Generators.Tests.Text;

public sealed class SourceWriterTests
{
    [Fact]
    public void Lines_indents_each_line_but_empty_ones()
    {
        var writer = new SourceWriter().Open("class C").Lines("int A;\r\n\nint B;").Close();

        Assert.Equal("class C\n{\n    int A;\n\n    int B;\n}\n", writer.ToString());
    }

    [Fact]
    public void Verbatim_leaves_lines_after_the_first_alone()
    {
        var writer = new SourceWriter().Open("class C").Verbatim("[A(@\"x\r\ny\")]\r\n").Close();

        Assert.Equal("class C\n{\n    [A(@\"x\ny\")]\n}\n", writer.ToString());
    }

    [Fact]
    public void Close_drops_the_empty_line_that_separated_members()
    {
        var writer = new SourceWriter().Open("class C").Line("int A;").Line().Close();

        Assert.Equal("class C\n{\n    int A;\n}\n", writer.ToString());
    }

    [Fact]
    public void Directive_stands_at_the_margin()
    {
        var writer = new SourceWriter().Open().Directive("#nullable disable").Close();

        Assert.Equal("{\n#nullable disable\n}\n", writer.ToString());
    }
}
