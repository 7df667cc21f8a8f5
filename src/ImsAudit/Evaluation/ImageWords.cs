using System.Text;
using ImsAudit.Fields;
using ImsAudit.Images;
using ImsAudit.Json;
using ImsAudit.Values;

namespace ImsAudit.Evaluation;

/// <summary>What every finding about one image says alike, as part of a JSON line: made once, when the first finding needs it.</summary>
internal sealed class ImageWords(FieldSet fields)
{
    /// <summary>A line file has two scopes and few categories.</summary>
    private const int MostPlaces = 16;

    private readonly int _name = fields.SlotOf("name");
    private readonly int _created = fields.SlotOf("created_at");
    private readonly List<PlaceWords> _places = [];
    private readonly LineBuffer _json = new(1 << 10);
    private readonly LineBuffer _hashed = new(1 << 8);
    private Image? _image;

    /// <summary>From the image's id to where the reasons begin.</summary>
    public ReadOnlySpan<byte> Json => _json.Written;

    /// <summary>Its part of what the fingerprint is made of, behind the policy's.</summary>
    public ReadOnlySpan<byte> Hashed => _hashed.Written;

    /// <summary>Speaks of this image from now on.</summary>
    public void Describe(Image image, IReadOnlyList<FieldValue> values)
    {
        if (ReferenceEquals(_image, image)) return;
        _image = image;
        var place = PlaceOf(image);
        _hashed.Clear();
        _hashed.Put(place.Hashed);
        _hashed.Put(Fingerprint.Part(image.Id));
        _json.Clear();
        _json.PutString(image.Id);
        _json.Put(",\"name\":"u8);
        PutName(values[_name]);
        _json.Put(place.Json);
        PutCreated(values[_created]);
        _json.Put("},\"group\":null,\"images\":null,\"reasons\":["u8);
    }

    private void PutName(FieldValue name)
    {
        if (name.Kind == ValueKind.String) _json.PutValue(name);
        else if (name.Text is { } text) _json.PutString(text);
        else _json.Put("null"u8);
    }

    private void PutCreated(FieldValue created)
    {
        if (Timestamp.Reader.Read(created) is not { IsRead: true, Value: var time }) return;
        _json.Put(",\"createdAt\":\""u8);
        // The usual form is written as it came.
        if (created.TryAscii(out var text) && text is [_, _, _, _, _, _, _, _, _, _, (byte)'T', _, _, _, _, _, _, _, _, (byte)'Z']) _json.Put(text);
        else _json.Put(Encoding.ASCII.GetBytes(SafeJson.Time(time)));
        _json.Put("\""u8);
    }

    private PlaceWords PlaceOf(Image image)
    {
        foreach (var known in _places)
            if (known.IsOf(image))
                return known;
        var place = new PlaceWords(image.Scope, image.Categories);
        if (_places.Count < MostPlaces) _places.Add(place);
        return place;
    }
}
