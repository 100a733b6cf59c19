namespace DomainEvents.Persistence.Sql;

/// <summary>The last place of a stream that a batch holds, and how many of the stream's messages it holds.</summary>
internal readonly record struct StreamEnd(string StreamId, long Last, int Count);
