using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using NJsonSchema;
using NJsonSchema.References;

namespace ImsAudit.Policies;

/// <summary>
/// What NJsonSchema finds by reflection while it reads a schema. In a native binary only what somebody names is kept, and
/// nobody names these.
/// </summary>
internal static class SchemaReflection
{
    /// <summary>Call it before the first schema is read.</summary>
    public static void Keep()
    {
        // Its base holds "$ref".
        Filled(typeof(JsonReferenceBase<JsonSchema>));
        Filled(typeof(JsonSchema));
        Filled(typeof(JsonSchemaProperty));
        Filled(typeof(JsonXmlObject));
        Filled(typeof(OpenApiDiscriminator));
        Kept(typeof(IDictionary<string, object>));
        Kept(typeof(ICollection<KeyValuePair<string, object>>));
        Made(typeof(Dictionary<string, object>));
        Kept(typeof(IDictionary<string, JsonSchema>));
        Kept(typeof(IDictionary<string, JsonSchemaProperty>));
        Kept(typeof(ICollection<JsonSchema>));
        Kept(typeof(ICollection<string>));
        Made(typeof(Collection<object>));
        Made(typeof(Collection<string>));
        Made(typeof(List<object>));
        Made(typeof(List<string>));
        Made(typeof(List<JsonSchema>));
    }

    // Every method that is kept of a generic type is kept of all its kinds, so no more than this.
    private static void Made([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] Type type) => GC.KeepAlive(type);

    // All but the public methods, which make schemas of types, and C# of schemas.
    private static void Filled([DynamicallyAccessedMembers(
        DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.NonPublicConstructors
        | DynamicallyAccessedMemberTypes.PublicProperties | DynamicallyAccessedMemberTypes.NonPublicProperties
        | DynamicallyAccessedMemberTypes.PublicFields | DynamicallyAccessedMemberTypes.NonPublicFields
        | DynamicallyAccessedMemberTypes.NonPublicMethods | DynamicallyAccessedMemberTypes.Interfaces)] Type type) => GC.KeepAlive(type);

    // The parameter's attribute is all that matters; the argument must only be there.
    private static void Kept([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] Type type) => GC.KeepAlive(type);
}
