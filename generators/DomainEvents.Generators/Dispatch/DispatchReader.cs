using DomainEvents.Generators.Dispatch.Composition;
using DomainEvents.Generators.Dispatch.Discovery;
using DomainEvents.Generators.Dispatch.Model;
using DomainEvents.Generators.Equality;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Generators.Dispatch;

/// <summary>Asks the compilation everything that the build path wants to know, in one go, and keeps no symbol.</summary>
internal static class DispatchReader
{
    public static DispatchModel Read(Compilation compilation, EquatableArray<string> candidates, bool isRoot, CancellationToken cancellationToken)
    {
        if (RuntimeTypes.FindRuntime(compilation) is not { } runtime)
        {
            return DispatchModel.Nothing;
        }

        var forbidden = new ForbiddenTypes(compilation);
        var findings = AssemblyReader.Read(compilation.Assembly, candidates, forbidden, cancellationToken);
        return new DispatchModel(findings.ToModule(), isRoot ? RootReader.Read(compilation, runtime, findings, forbidden, cancellationToken) : null);
    }
}
