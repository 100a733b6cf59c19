using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace DomainEvents.Persistence.EntityFrameworkCore;

/// <summary>
/// The stream of an entity: its table and key, with the value of a concurrency token that is a number and that this save changes. Without
/// such a token the order is that of insertion.
/// </summary>
internal sealed class EntityStream(EntityEntry entry)
{
    private StreamRef? _stream;

    /// <summary>Asked once: after the save the entry no longer says what it changed.</summary>
    public StreamRef Get() => _stream ??= Read();

    private StreamRef Read()
    {
        var root = entry.Metadata.GetRootType();
        if (root.FindPrimaryKey() is not { } key)
        {
            return default;
        }

        var values = new string?[key.Properties.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var property = entry.Property(key.Properties[i].Name);

            // A key that the database will give is not known yet.
            if (property.IsTemporary)
            {
                return default;
            }

            values[i] = Convert.ToString(property.CurrentValue, CultureInfo.InvariantCulture);
        }

        return new StreamRef($"{root.GetTableName() ?? root.ShortName()}-{string.Join('-', values)}", ReadVersion());
    }

    private long? ReadVersion()
    {
        foreach (var property in entry.Metadata.GetProperties())
        {
            if (property.IsConcurrencyToken
                && (entry.State == EntityState.Added || entry.Property(property.Name).IsModified)
                && entry.Property(property.Name).CurrentValue is int or long
                && Convert.ToInt64(entry.Property(property.Name).CurrentValue, CultureInfo.InvariantCulture) is >= 0 and var version)
            {
                return version;
            }
        }

        return null;
    }
}
