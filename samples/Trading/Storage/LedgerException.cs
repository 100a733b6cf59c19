namespace Trading.Storage;

/// <summary>A database that this backtest cannot go on with.</summary>
public sealed class LedgerException(string message, Exception? innerException = null) : Exception(message, innerException);
