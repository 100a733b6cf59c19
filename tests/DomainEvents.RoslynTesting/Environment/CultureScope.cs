using System.Globalization;

namespace DomainEvents.RoslynTesting;

/// <summary>Runs code as if on a machine of another culture.</summary>
public static class CultureScope
{
    /// <summary>Cultures that have broken code generators: other minus signs, another decimal mark, another lower case of I.</summary>
    public static IReadOnlyList<string> Troublesome { get; } = ["tr-TR", "az", "fi-FI", "fa-IR", "ar-SA"];

    /// <summary>Runs under a culture and goes back to the former one.</summary>
    public static T Run<T>(string culture, Func<T> body)
    {
        (CultureInfo Culture, CultureInfo UserInterface) before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture, predefinedOnly: true);
            return body();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }
}
