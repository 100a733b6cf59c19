using System.Runtime.InteropServices;
using DomainEvents.Persistence.Tool;

using var cancellation = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
return await new ToolCommand(Console.Out, Console.Error, Console.IsInputRedirected ? null : Console.In).RunAsync(args, cancellation.Token);

// The first signal ends the work in order, a second one ends the process.
void Stop(PosixSignalContext context)
{
    context.Cancel = !cancellation.IsCancellationRequested;
    cancellation.Cancel();
}
