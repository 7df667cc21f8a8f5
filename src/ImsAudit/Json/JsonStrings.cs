using System.Runtime.InteropServices;
using System.Text.Json;
using ImsAudit.Fields;

namespace ImsAudit.Json;

/// <summary>
/// Strings of JSON from the cloud. JSON may write half of a surrogate pair (<c>"\ud800"</c>), and bytes may be no UTF-8;
/// .NET has no string for either and throws. Here such a piece is read as U+FFFD, because an image must not stop a scan by
/// its name.
/// </summary>
public static class JsonStrings
{
    public static string Read(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException) when (text.ValueKind == JsonValueKind.String)
        {
            return LoneSurrogates.Decode(JsonMarshal.GetRawUtf8Value(text)[1..^1]);
        }
    }

    public static string Name(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return LoneSurrogates.Decode(JsonMarshal.GetRawUtf8PropertyName(property));
        }
    }
}
