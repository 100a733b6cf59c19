using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace DomainEvents.Serialization;

/// <summary>Lets <see cref="JsonSerializer"/> write and read events by what is generated for them.</summary>
internal sealed class EventTypeInfoResolver(DomainEventSerializer serializer) : IJsonTypeInfoResolver
{
    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options)
    {
        if (serializer.FindExact(type)?.CreateTypeInfo(options) is not { } info)
        {
            return null;
        }

        info.OriginatingResolver = this;
        return info;
    }
}
