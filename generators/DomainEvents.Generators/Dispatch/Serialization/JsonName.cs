namespace DomainEvents.Generators.Dispatch.Serialization;

/// <summary>Names in JSON.</summary>
internal static class JsonName
{
    /// <summary>What <c>JsonNamingPolicy.CamelCase</c> makes of a name.</summary>
    public static string ToCamelCase(string name)
    {
        if (name.Length == 0 || !char.IsUpper(name[0]))
        {
            return name;
        }

        var letters = name.ToCharArray();
        for (var i = 0; i < letters.Length; i++)
        {
            if (i == 1 && !char.IsUpper(letters[i]))
            {
                break;
            }

            var hasNext = i + 1 < letters.Length;
            if (i > 0 && hasNext && !char.IsUpper(letters[i + 1]))
            {
                break;
            }

            letters[i] = char.ToLowerInvariant(letters[i]);
        }

        return new string(letters);
    }

    /// <summary>Whether JSON holds the name as it is, without an escape.</summary>
    public static bool IsPlain(string name)
    {
        foreach (var character in name)
        {
            if (character is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-' or '.' or '$'))
            {
                return false;
            }
        }

        return true;
    }
}
