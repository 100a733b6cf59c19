namespace Shop;

/// <summary>Prints receipts.</summary>
public interface IPrinter
{
    Task PrintAsync(string text, CancellationToken cancellationToken);
}
