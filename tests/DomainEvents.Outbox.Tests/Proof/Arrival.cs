using System.Text.Json;

namespace DomainEvents.Persistence.Tests.Proof;

/// <summary>A message that reached the receiver.</summary>
/// <param name="Sender">The process that sent it.</param>
/// <param name="Id">The message's id.</param>
/// <param name="Stream">Its stream.</param>
/// <param name="Version">Its version; <see langword="null"/> when its transaction was given up.</param>
public sealed record Arrival(string Sender, string Id, string Stream, int? Version)
{
    /// <summary>What the child's events tell: account and version.</summary>
    public static string PlaceOf(ReadOnlyMemory<byte> payload)
    {
        using var document = JsonDocument.Parse(payload);
        return document.RootElement.GetProperty("place").GetString()!;
    }

    public static Arrival Parse(string line)
    {
        var parts = line.Split(' ', 3);
        var place = parts[2].Split('/', 2);
        return new Arrival(parts[0], parts[1], place[0], int.TryParse(place[1], out var version) ? version : null);
    }
}
