using System.Text;
using ImsAudit.Fields;
using ImsAudit.Json;

namespace ImsAudit.Values;

/// <summary>A boolean; the API gives most of them as text, in mixed case.</summary>
internal static class BooleanValue
{
    public static ValueReader<bool> Reader { get; } =
        ValueReader<bool>.OfKind(JsonKind.Boolean, "true or false", "a boolean, or the text true or false", Read);

    public static Reading<bool> Read(FieldValue value)
    {
        if (value.Kind is not (ValueKind.Boolean or ValueKind.String)) return Reading<bool>.Unreadable;
        if (value.TryUtf8(out var utf8)) return OfUtf8(utf8);
        var text = value.Text!;
        if (text.Equals("true", StringComparison.OrdinalIgnoreCase)) return Reading<bool>.Of(true);
        return text.Equals("false", StringComparison.OrdinalIgnoreCase) ? Reading<bool>.Of(false) : Reading<bool>.Unreadable;
    }

    private static Reading<bool> OfUtf8(ReadOnlySpan<byte> text)
    {
        // As the API writes it today.
        if (text.SequenceEqual("true"u8)) return Reading<bool>.Of(true);
        if (text.SequenceEqual("false"u8)) return Reading<bool>.Of(false);
        if (Ascii.EqualsIgnoreCase(text, "true"u8)) return Reading<bool>.Of(true);
        return Ascii.EqualsIgnoreCase(text, "false"u8) ? Reading<bool>.Of(false) : Reading<bool>.Unreadable;
    }
}
