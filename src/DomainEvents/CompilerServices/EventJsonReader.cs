using System.ComponentModel;
using System.Text.Json;

namespace DomainEvents.CompilerServices;

/// <summary>Reads one value, on whose first token the reader stands. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate T EventJsonReader<out T>(ref Utf8JsonReader reader, JsonSerializerOptions options);
