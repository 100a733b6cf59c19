using System.Text;
using System.Xml;

namespace DomainEvents.Generators.Text;

/// <summary>Text for the documentation comments of generated members.</summary>
internal static class XmlDocumentation
{
    /// <summary>Plain text as the content of an element.</summary>
    public static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    /// <summary>
    /// The content of an element that the user wrote, on one line. Content that is not well-formed is escaped: the compiler has warned
    /// about it once, in the user's own file.
    /// </summary>
    public static string FromContent(string content)
    {
        var line = OnOneLine(content);
        return IsWellFormed(line) ? line : Escape(line);
    }

    private static string OnOneLine(string content)
    {
        var result = new StringBuilder(content.Length);
        var pendingSpace = false;
        foreach (var character in content)
        {
            if (char.IsWhiteSpace(character))
            {
                pendingSpace = result.Length > 0;
                continue;
            }

            if (pendingSpace)
            {
                result.Append(' ');
                pendingSpace = false;
            }

            result.Append(character);
        }

        return result.ToString();
    }

    /// <summary>Whether the text can stand between the tags of an element.</summary>
    public static bool IsWellFormed(string content)
    {
        if (content.IndexOf('<') < 0 && content.IndexOf('&') < 0)
        {
            return true;
        }

        var settings = new XmlReaderSettings { ConformanceLevel = ConformanceLevel.Fragment, XmlResolver = null };
        try
        {
            using var reader = XmlReader.Create(new StringReader(content), settings);
            while (reader.Read())
            {
            }

            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }
}
