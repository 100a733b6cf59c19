using DomainEvents.Generators.Dispatch.Composition;
using DomainEvents.Generators.Dispatch.Discovery;
using DomainEvents.Generators.Dispatch.Model;

namespace DomainEvents.Generators.Dispatch;

/// <summary>Asks the compilation everything that the build path wants to know, in one go, and keeps no symbol.</summary>
internal static class DispatchReader
{
    public static DispatchModel Read(DispatchInquiry inquiry, CancellationToken cancellationToken)
    {
        var compilation = inquiry.Compilation;
        if (!LanguageFloor.IsReached(compilation) || RuntimeTypes.FindRuntime(compilation) is not { } runtime)
        {
            return DispatchModel.Nothing;
        }

        var forbidden = new ForbiddenTypes(compilation);
        var findings = AssemblyReader.Read(compilation.Assembly, inquiry.Candidates, forbidden, cancellationToken);
        return new DispatchModel(findings.ToModule(), inquiry.IsRoot ? RootReader.Read(compilation, runtime, findings, forbidden, cancellationToken) : null);
    }
}
