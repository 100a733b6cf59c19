using DomainEvents.Generators.Text;

namespace DomainEvents.Generators.Dispatch.Writing;

/// <summary>
/// Writes <c>AddDomainEvents</c>. Users call it, so it must exist in editors that skip implementation outputs: its table comes through a
/// partial method that the implementation output supplies.
/// </summary>
internal static class RegistrationWriter
{
    private const string ClassName = "DomainEventsServiceCollectionExtensions";
    private const string Services = "global::Microsoft.Extensions.DependencyInjection.IServiceCollection";

    public static readonly string ShellHint = HintName.Create("DomainEvents.AddDomainEvents", "shell");

    public static readonly string BodyHint = HintName.Create("DomainEvents.AddDomainEvents.Table", "body");

    public static readonly string EmbeddedHint = HintName.Create("DomainEvents.EmbeddedAttribute", "embedded");

    /// <summary>
    /// Without <c>[Embedded]</c>, two assemblies of which one shows the other its internals could not both call the method: CS0121.
    /// </summary>
    public static string WriteShell() => GeneratedFile.Start().Line().Lines($$"""
        namespace Microsoft.Extensions.DependencyInjection
        {
            /// <summary>Adds domain events to a container.</summary>
            [global::Microsoft.CodeAnalysis.Embedded]
            {{GeneratedFile.GeneratedCode}}
            {{GeneratedFile.Uncovered}}
            internal static partial class {{ClassName}}
            {
                /// <summary>
                /// Adds the publisher and every handler of this assembly and of the assemblies it references. Calling it twice adds nothing twice.
                /// </summary>
                /// <param name="services">The services to add to.</param>
                /// <param name="configure">Sets the publisher's options.</param>
                /// <returns>The same services.</returns>
                public static {{Services}} AddDomainEvents(
                    this {{Services}} services,
                    global::System.Action<global::DomainEvents.DomainEventPublisherOptions>? configure = null)
                {
                    global::DomainEvents.HandlerTable? table = null;
                    GetTable(ref table);
                    return global::DomainEvents.Hosting.CompilerServices.DomainEventsRegistration.Add(
                        services, table ?? global::DomainEvents.HandlerTable.Empty, configure);
                }

                static partial void GetTable(ref global::DomainEvents.HandlerTable? table);
            }
        }
        """).ToString();

    public static string WriteBody(string rootClassName) => GeneratedFile.Start().Line().Lines($$"""
        namespace Microsoft.Extensions.DependencyInjection
        {
            partial class {{ClassName}}
            {
                static partial void GetTable(ref global::DomainEvents.HandlerTable? table) =>
                    table = global::{{DispatchNames.Namespace}}.{{rootClassName}}.Table;
            }
        }
        """).ToString();

    /// <summary>The marker itself. Partial and without members, as other generators write theirs, so that both may stand side by side.</summary>
    public static string WriteEmbedded() => GeneratedFile.Start().Line().Lines("""
        namespace Microsoft.CodeAnalysis
        {
            internal sealed partial class EmbeddedAttribute : global::System.Attribute
            {
            }
        }
        """).ToString();
}
