namespace DomainEvents.Persistence.Sqlite;

/// <summary>The statements that create the tables. A version that was released never changes; the next one has its own.</summary>
internal static class SqliteScript
{
    /// <summary>Milliseconds since 1970, UTC.</summary>
    public const string Now = "cast(unixepoch('subsec') * 1000 as integer)";

    private const string Message = """
            id text not null unique,
            part integer not null,
            stream_id text not null,
            stream_seq integer not null,
            type text not null,
            schema_ver integer not null,
            occurred_at text not null,
            data blob not null,
            content_type text not null,
            traceparent text,
            tracestate text,
            baggage text,
            correlation_id text,
            causation_id text,
        """;

    private const string Version1 = $"""
        create table outbox(
            seq integer primary key autoincrement,
        {Message}
            added_at integer not null default ({Now}),
            attempts integer not null default 0,
            next_at integer,
            last_error text,
            replays integer not null default 0);
        create unique index outbox_stream_order on outbox(stream_id, stream_seq) where stream_seq <> 0;
        create index outbox_next on outbox(next_at) where next_at is not null;

        create table outbox_dead(
            seq integer primary key,
        {Message}
            attempts integer not null,
            replays integer not null,
            died_at integer not null,
            reason text not null);

        create table outbox_stream(
            stream_id text not null primary key,
            part integer not null,
            blocked_until integer,
            blocked_by text not null) without rowid;

        create table outbox_partition(
            part integer primary key,
            owner text,
            lease_until integer not null default 0,
            epoch integer not null default 0);
        insert into outbox_partition(part)
            values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15);

        create table outbox_relay(
            owner text not null primary key,
            seen_until integer not null) without rowid;

        create table inbox(
            consumer text not null,
            message_id text not null,
            processed_at integer not null,
            primary key (consumer, message_id)) without rowid;
        create index inbox_processed on inbox(processed_at);

        create table outbox_schema(version integer not null);
        insert into outbox_schema(version) values (1);

        """;

    public static string Read(int version) => version switch
    {
        1 => Version1,
        _ => throw new ArgumentOutOfRangeException(nameof(version), version, "There is no such version of the outbox's tables."),
    };
}
