using System.Text.Json;
using ImsAudit.Images;
using ImsAudit.Json;

namespace ImsAudit.Inventories;

/// <summary>The <c>members</c> of a snapshot's image line and of a policy's test case: a list, or <c>{"unknown": why}</c>.</summary>
public static class MembersJson
{
    /// <summary>Writes the value; its name is written before.</summary>
    public static void Write(Utf8JsonWriter writer, ImageMembers members)
    {
        if (members.Unknown is not null)
        {
            writer.WriteStartObject();
            writer.WriteString("unknown", members.Unknown);
            writer.WriteEndObject();
            return;
        }
        writer.WriteStartArray();
        foreach (var member in members.All) Write(writer, member);
        writer.WriteEndArray();
    }

    /// <summary>Null when the object has no <c>members</c>.</summary>
    /// <exception cref="JsonRowException">They are neither a list of members nor the reason why there is none.</exception>
    public static ImageMembers? Read(JsonRow row)
    {
        if (row.Find("members")?.ValueKind == JsonValueKind.Object) return ImageMembers.NotKnown(row.Row("members").Text("unknown"));
        return row.OptionalRows("members", ReadMember) is { } members ? ImageMembers.Of(members) : null;
    }

    private static void Write(Utf8JsonWriter writer, ImageMember member)
    {
        writer.WriteStartObject();
        writer.WriteString("member_id", member.Id);
        writer.WriteString("status", member.Status);
        if (member.Type is not null) writer.WriteString("member_type", member.Type);
        writer.WriteEndObject();
    }

    private static ImageMember ReadMember(JsonRow row) => new(
        row.Text("member_id") is { Length: > 0 } id ? id : throw row.At("member_id", "is empty"),
        row.Text("status"),
        row.OptionalText("member_type"));
}
