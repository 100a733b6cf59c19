using Trading.Application;

using var interrupt = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    interrupt.Cancel();
};

return TradingApplication.Run(args, Console.Out, Console.Error, interrupt.Token);
