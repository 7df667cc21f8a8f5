using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using NJsonSchema;

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
        Kept(typeof(IDictionary<string, object>));
        Kept(typeof(ICollection<KeyValuePair<string, object>>));
        Kept(typeof(Dictionary<string, object>));
        Kept(typeof(IDictionary<string, JsonSchema>));
        Kept(typeof(IDictionary<string, JsonSchemaProperty>));
        Kept(typeof(ICollection<JsonSchema>));
        Kept(typeof(ICollection<string>));
        Kept(typeof(Collection<object>));
        Kept(typeof(Collection<string>));
    }

    // The parameter's attribute is all that matters; the argument must only be there.
    private static void Kept([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] Type type) => GC.KeepAlive(type);
}
