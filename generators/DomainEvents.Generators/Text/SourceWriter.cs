using System.Text;

namespace DomainEvents.Generators.Text;

/// <summary>
/// Writes C# line by line at the current indentation. Lines end in <c>\n</c> on every machine, because the text of a generated file
/// must not depend on where it was built.
/// </summary>
internal sealed class SourceWriter
{
    private const string OneLevel = "    ";

    // Most parts fit: a builder that never grew is copied out in one piece.
    private readonly StringBuilder _text = new(capacity: 4096);
    private int _level;

    /// <summary>Starts with a file's header: see <see cref="GeneratedFile"/>.</summary>
    public SourceWriter()
    {
    }

    /// <summary>Starts inside braces that someone else opened.</summary>
    public SourceWriter(int level) => _level = level;

    /// <summary>How many braces are open.</summary>
    public int Level => _level;

    /// <summary>Writes an empty line.</summary>
    public SourceWriter Line()
    {
        _text.Append('\n');
        return this;
    }

    /// <summary>Writes one line; an empty text gets no indentation.</summary>
    public SourceWriter Line(string line)
    {
        Indented(line, 0, line.Length);
        return this;
    }

    /// <summary>Writes lines, each at the current indentation: for raw string literals that read as the C# they become.</summary>
    public SourceWriter Lines(string lines)
    {
        var start = 0;
        while (true)
        {
            var end = lines.IndexOf('\n', start);
            var length = (end < 0 ? lines.Length : end) - start;
            if (length > 0 && lines[start + length - 1] == '\r')
            {
                length--;
            }

            Indented(lines, start, length);
            if (end < 0)
            {
                return this;
            }

            start = end + 1;
        }
    }

    /// <summary>
    /// Writes text of the user's: only its first line is indented, because a line break may stand inside a string literal.
    /// </summary>
    public SourceWriter Verbatim(string text)
    {
        if (text.Length > 0)
        {
            Indent();
            _text.Append(LineEnds.Normalize(text)).Append('\n');
        }

        return this;
    }

    /// <summary>Writes a directive, which stands at the margin.</summary>
    public SourceWriter Directive(string directive)
    {
        _text.Append(directive).Append('\n');
        return this;
    }

    /// <summary>Writes <c>{</c> and indents what follows.</summary>
    public SourceWriter Open()
    {
        Line("{");
        _level++;
        return this;
    }

    /// <summary>Writes a line and <c>{</c>, and indents what follows.</summary>
    public SourceWriter Open(string line) => Line(line).Open();

    /// <summary>Writes <c>}</c> one level further out. An empty line before it, which separated members, goes.</summary>
    public SourceWriter Close(string closing = "}")
    {
        if (_text.Length > 1 && _text[_text.Length - 1] == '\n' && _text[_text.Length - 2] == '\n')
        {
            _text.Length--;
        }

        _level--;
        return Line(closing);
    }

    /// <summary>Indents what follows without a brace.</summary>
    public SourceWriter Indent(int levels)
    {
        _level += levels;
        return this;
    }

    /// <summary>Writes what another writer of the same level holds.</summary>
    public SourceWriter Append(SourceWriter other)
    {
        _text.Append(other._text);
        return this;
    }

    public override string ToString() => _text.ToString();

    private void Indented(string text, int start, int length)
    {
        if (length > 0)
        {
            Indent();
            _text.Append(text, start, length);
        }

        _text.Append('\n');
    }

    private void Indent()
    {
        for (var i = 0; i < _level; i++)
        {
            _text.Append(OneLevel);
        }
    }
}
