using DomainEvents.Generators.Dispatch.Composition;
using DomainEvents.Generators.Dispatch.Discovery;
using DomainEvents.Generators.Dispatch.Model;
using DomainEvents.Generators.Dispatch.Serialization;

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

        // Until the compiler has bound these it looks through every file's attributes for [Obsolete], once for each type that is named.
        compilation.Assembly.GetAttributes();
        compilation.SourceModule.GetAttributes();

        var forbidden = new ForbiddenTypes(compilation);
        var serializers = SerializerReader.For(compilation, runtime, forbidden);
        var findings = AssemblyReader.Read(compilation.Assembly, inquiry.Candidates, forbidden, serializers, cancellationToken);
        return new DispatchModel(
            findings.ToModule(),
            findings.ToSerializers(),
            inquiry.IsRoot ? RootReader.Read(compilation, runtime, findings, forbidden, cancellationToken) : null,
            HandledEventReader.Read(compilation, findings));
    }
}
