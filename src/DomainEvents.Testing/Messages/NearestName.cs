namespace DomainEvents.Testing.Messages;

/// <summary>Finds the event type that somebody meant who misspelt it.</summary>
internal static class NearestName
{
    /// <summary>The candidate with the fewest letters to change, or <see langword="null"/> if that would be more than two and more than a fifth of them.</summary>
    public static string? Of(string name, IEnumerable<string> candidates)
    {
        var nearest = candidates
            .Where(candidate => candidate != name)
            .Select(candidate => (Name: candidate, Distance: Distance(name.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .OrderBy(static row => row.Distance)
            .ThenBy(static row => row.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest.Name is not null && nearest.Distance <= Math.Max(2, name.Length / 5) ? nearest.Name : null;
    }

    /// <summary>How many letters have to be put in, left out, replaced or swapped with their neighbour.</summary>
    private static int Distance(string left, string right)
    {
        var rows = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                rows[i, j] = i == 0 || j == 0 ? i + j : Cheapest(i, j);
            }
        }

        return rows[left.Length, right.Length];

        int Cheapest(int i, int j)
        {
            var changed = rows[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
            var best = Math.Min(changed, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
            var isSwap = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
            return isSwap ? Math.Min(best, rows[i - 2, j - 2] + 1) : best;
        }
    }
}
