using ImsAudit.Json;
using ImsAudit.Wording;

namespace ImsAudit.Cli.Configuration;

/// <summary>
/// Checks the shape of <c>clouds</c> in a configuration file and notes where everything stands. No message shows a value:
/// it may be a secret that somebody put in the wrong place.
/// </summary>
internal sealed class CloudsCheck(string file, ConfigurationPlaces places, Mistakes mistakes)
{
    public void Check(JsonNodeAt clouds)
    {
        if (!Is(clouds, JsonKind.Object, "an object from names to clouds")) return;
        foreach (var cloud in clouds.Members)
        {
            if (cloud.Name.Length == 0 || cloud.Name.Contains(':', StringComparison.Ordinal)) mistakes.Add(cloud, "a cloud's name must not be empty, and have no colon");
            if (clouds.Members.First(other => other.Name.Equals(cloud.Name, StringComparison.OrdinalIgnoreCase)) != cloud)
                mistakes.Add(cloud, $"the name \"{cloud.Name}\" stands here a second time: the case of letters makes no difference");
            CheckCloud($"{CloudKeys.Clouds}:{cloud.Name}", cloud.Value);
        }
    }

    private void CheckCloud(string path, JsonNodeAt cloud)
    {
        Note(path, cloud);
        if (!Is(cloud, JsonKind.Object, "an object that describes a cloud")) return;
        foreach (var member in cloud.Members)
        {
            var below = $"{path}:{member.Name}";
            Note(below, member.Value);
            if (!CloudKeys.OfCloud.Contains(member.Name)) Unknown(member, CloudKeys.OfCloud);
            else if (member.Name == CloudKeys.Auth) CheckAuth(below, member.Value);
            else if (CloudKeys.Lists.Contains(member.Name) && member.Value.Kind == JsonKind.Array) CheckList(below, member.Value);
            else Is(member.Value, JsonKind.String, CloudKeys.Lists.Contains(member.Name) ? "a text or a list of texts" : "a text");
        }
    }

    private void CheckList(string path, JsonNodeAt list)
    {
        if (list.Items.Count == 0) mistakes.Add(list, "the list is empty: name what is meant, or remove it");
        for (var i = 0; i < list.Items.Count; i++)
        {
            Note($"{path}:{i}", list.Items[i]);
            Is(list.Items[i], JsonKind.String, "a text");
        }
    }

    private void CheckAuth(string path, JsonNodeAt auth)
    {
        if (auth.Text is { } name)
        {
            if (!CloudKeys.OfAuth.ContainsKey(name)) mistakes.Add(auth, $"this is no way to sign in; expected is {Ways} or an object{NearestName.Suggest(name, CloudKeys.OfAuth.Keys)}");
            return;
        }
        if (!Is(auth, JsonKind.Object, $"{Ways} or an object with \"type\"")) return;
        var keys = Keys(auth);
        foreach (var member in auth.Members)
        {
            Note($"{path}:{member.Name}", member.Value);
            if (!keys.Contains(member.Name)) Unknown(member, keys);
            else if (Is(member.Value, JsonKind.String, "a text") && CloudKeys.IsSecret(member.Name) && !SecretReference.IsOne(member.Value.Text!))
                mistakes.Add(member.Value, CloudSentences.LiteralSecret(member.Name));
        }
    }

    private IReadOnlyList<string> Keys(JsonNodeAt auth)
    {
        var type = auth.Find("type")?.Value;
        if (type?.Text is { } name && CloudKeys.OfAuth.TryGetValue(name, out var keys)) return keys;
        if (type is null) mistakes.Add(auth, $"the member \"type\" is missing: {Ways}");
        else mistakes.Add(type, $"this is no way to sign in; expected is {Ways}{NearestName.Suggest(type.Text ?? "", CloudKeys.OfAuth.Keys)}");
        return CloudKeys.AnyAuth;
    }

    private static string Ways => string.Join(", ", CloudKeys.OfAuth.Keys);

    private bool Is(JsonNodeAt node, JsonKind kind, string expected)
    {
        if (node.Kind == kind) return true;
        mistakes.Add(node, $"expected is {expected}");
        return false;
    }

    private void Unknown(JsonMember member, IReadOnlyList<string> valid) =>
        mistakes.Add(member, $"unknown key \"{member.Name}\"{NearestName.Suggest(member.Name, valid)} (valid: {string.Join(", ", valid)})");

    private void Note(string path, JsonNodeAt node) => places.Note(path,
        new ConfigurationPlace($"{file}:{node.Position.Line}:{node.Position.Column}", node.Pointer, Path.GetDirectoryName(file) ?? ""));
}
