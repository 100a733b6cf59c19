using DomainEvents.Generators.Text;

namespace DomainEvents.Generators.Emission;

/// <summary>
/// Writes <c>#nullable</c> where the context changes, so that each of the user's types stands in the context in which it was written.
/// </summary>
internal sealed class NullableContext
{
    private readonly SourceWriter _writer;
    private bool _enabled = true;

    /// <summary>Starts enabled, as <see cref="GeneratedFile"/> does.</summary>
    public NullableContext(SourceWriter writer) => _writer = writer;

    /// <summary>Changes the context from the next line on.</summary>
    public void Switch(bool enabled)
    {
        if (enabled != _enabled)
        {
            _writer.Directive(enabled ? "#nullable enable" : "#nullable disable");
            _enabled = enabled;
        }
    }
}
