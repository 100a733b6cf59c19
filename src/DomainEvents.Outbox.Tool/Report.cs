using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DomainEvents.Persistence.Tool;

/// <summary>Prints results as a table for people or as one JSON text for programs.</summary>
internal static class Report
{
    // For a terminal or a file, never for a web page: names in other scripts stay readable.
    private static readonly JsonWriterOptions s_json = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(TextWriter output, bool isJson, OutboxStatistics statistics)
    {
        if (!isJson)
        {
            Table.Write(output,
            [
                ["messages that wait", Number(statistics.Pending)],
                ["the oldest for", statistics.OldestAge.ToString("c", CultureInfo.InvariantCulture)],
                ["dead letters", Number(statistics.DeadLetters)],
                ["streams held back", Number(statistics.BlockedStreams)],
                ["partitions without a relay", Number(statistics.UnownedPartitions)],
                ["relays", Number(statistics.Relays)],
            ]);
            return;
        }

        // The names that the health check uses.
        WriteJson(output, json =>
        {
            json.WriteStartObject();
            json.WriteNumber("pending", statistics.Pending);
            json.WriteNumber("oldestAgeSeconds", statistics.OldestAge.TotalSeconds);
            json.WriteNumber("deadLetters", statistics.DeadLetters);
            json.WriteNumber("blockedStreams", statistics.BlockedStreams);
            json.WriteNumber("unownedPartitions", statistics.UnownedPartitions);
            json.WriteNumber("relays", statistics.Relays);
            json.WriteEndObject();
        });
    }

    public static void Write(TextWriter output, bool isJson, IReadOnlyList<DeadLetter> letters)
    {
        if (!isJson)
        {
            if (letters.Count > 0)
            {
                Table.Write(output, [["DIED AT (UTC)", "ID", "TYPE", "STREAM", "TRIES", "REPLAYS", "REASON"], .. letters.Select(Row)]);
            }

            output.WriteLine(Count(letters.Count));
            return;
        }

        WriteJson(output, json =>
        {
            json.WriteStartArray();
            foreach (var letter in letters)
            {
                json.WriteStartObject();
                json.WriteString("id", letter.Message.Id);
                json.WriteString("type", letter.Message.Type);
                json.WriteNumber("version", letter.Message.SchemaVersion);
                json.WriteString("stream", letter.Message.StreamId);
                json.WriteNumber("sequence", letter.Message.StreamSeq);
                json.WriteString("occurredAt", letter.Message.OccurredAt);
                json.WriteString("diedAt", letter.DiedAt);
                json.WriteNumber("attempts", letter.Attempts);
                json.WriteNumber("replays", letter.Replays);
                json.WriteString("reason", letter.Reason);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    /// <param name="output">Takes the report.</param>
    /// <param name="isJson">Whether a program reads it.</param>
    /// <param name="done">What was done to them: also the name in the JSON.</param>
    /// <param name="count">To how many.</param>
    public static void Write(TextWriter output, bool isJson, string done, int count)
    {
        if (!isJson)
        {
            output.WriteLine($"{Count(count)} {done}");
            return;
        }

        WriteJson(output, json =>
        {
            json.WriteStartObject();
            json.WriteNumber(done, count);
            json.WriteEndObject();
        });
    }

    public static string Count(int count) => count == 1 ? "1 dead letter" : $"{Number(count)} dead letters";

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string[] Row(DeadLetter letter) =>
    [
        letter.DiedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        letter.Message.Id.ToString(),
        Table.OneLine(letter.Message.Type),
        letter.Message.StreamId.Length == 0 ? "-" : Table.OneLine(letter.Message.StreamId),
        Number(letter.Attempts),
        Number(letter.Replays),
        Table.OneLine(letter.Reason),
    ];

    private static void WriteJson(TextWriter output, Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, s_json))
        {
            write(json);
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }
}
