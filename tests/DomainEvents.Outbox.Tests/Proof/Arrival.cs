namespace DomainEvents.Persistence.Tests.Proof;

/// <summary>A message that reached the receiver.</summary>
/// <param name="Sender">The process that sent it.</param>
/// <param name="Id">The message's id.</param>
/// <param name="Stream">Its stream.</param>
/// <param name="Version">Its version; <see langword="null"/> when its transaction was given up.</param>
public sealed record Arrival(string Sender, string Id, string Stream, int? Version)
{
    public static Arrival Parse(string line)
    {
        var parts = line.Split(' ', 3);
        var place = parts[2].Split('/', 2);
        return new Arrival(parts[0], parts[1], place[0], int.TryParse(place[1], out var version) ? version : null);
    }
}
