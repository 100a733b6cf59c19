using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace DomainEvents.Persistence.EntityFrameworkCore;

/// <summary>
/// The stream of an entity: its table and key, with the value of a concurrency token that is a number and that this save changes. Without
/// such a token the order is that of insertion.
/// </summary>
internal sealed class EntityStream(EntityEntry entry)
{
    private static readonly ConditionalWeakTable<IEntityType, Kind> s_kinds = [];

    private StreamRef? _stream;

    /// <summary>Asked once: after the save the entry no longer says what it changed.</summary>
    public StreamRef Get() => _stream ??= Read();

    private StreamRef Read()
    {
        var kind = s_kinds.GetValue(entry.Metadata, static type => new Kind(type));
        if (kind.Key.Count == 0)
        {
            return default;
        }

        var values = new string?[kind.Key.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var property = entry.Property(kind.Key[i]);

            // A key that the database will give is not known yet.
            if (property.IsTemporary)
            {
                return default;
            }

            values[i] = Convert.ToString(property.CurrentValue, CultureInfo.InvariantCulture);
        }

        return new StreamRef($"{kind.Name}-{string.Join('-', values)}", ReadVersion(kind));
    }

    private long? ReadVersion(Kind kind)
    {
        foreach (var token in kind.Tokens)
        {
            var property = entry.Property(token);
            if ((entry.State == EntityState.Added || property.IsModified)
                && property.CurrentValue is int or long
                && Convert.ToInt64(property.CurrentValue, CultureInfo.InvariantCulture) is >= 0 and var version)
            {
                return version;
            }
        }

        return null;
    }

    /// <summary>What all entities of a type have in common.</summary>
    private sealed class Kind(IEntityType type)
    {
        public string Name { get; } = type.GetRootType().GetTableName() ?? type.GetRootType().ShortName();

        public IReadOnlyList<IProperty> Key { get; } = type.FindPrimaryKey()?.Properties ?? [];

        public IReadOnlyList<IProperty> Tokens { get; } = [.. type.GetProperties().Where(static property => property.IsConcurrencyToken)];
    }
}
