using System.Text.RegularExpressions;
using ImsAudit.Conditions;
using ImsAudit.Conditions.Operators;

namespace ImsAudit.Policies;

/// <summary>What a policy states: an <see cref="ImageAssertion"/> or a <see cref="GroupAssertion"/>.</summary>
public abstract record Assertion
{
    private protected Assertion() { }
}

/// <summary>A condition that must be true of each image, or one that must be false.</summary>
/// <param name="IsForbidden">True for <c>forbid</c>.</param>
public sealed record ImageAssertion(Condition Condition, bool IsForbidden) : Assertion;

/// <summary>Something about images together.</summary>
/// <param name="By">What makes a group; empty: one group, there even when empty.</param>
/// <param name="Where">Chooses the members; null chooses all.</param>
public sealed record GroupAssertion(IReadOnlyList<GroupKeyPart> By, Condition? Where, GroupRequirement Require) : Assertion;

/// <param name="Capture">The key is the pattern's first group; null: the value itself.</param>
public sealed record GroupKeyPart(string Field, int Slot, Regex? Capture);

/// <summary>What must hold of a group: a <see cref="CountRequirement"/> or a <see cref="KeepNewestRequirement"/>.</summary>
public abstract record GroupRequirement
{
    private protected GroupRequirement() { }
}

/// <summary>How many images a group may have.</summary>
public sealed record CountRequirement : GroupRequirement
{
    private readonly CountOperand _operand;

    internal CountRequirement(CountOperand operand) => _operand = operand;

    /// <summary>For people, such as <c>atMost 1</c>.</summary>
    public string Text => _operand.Text;

    public bool Allows(int count) => _operand.Test(count, default) == Values.Truth.True;
}

/// <summary>Only the newest images of a group may be there.</summary>
/// <param name="Keep">How many.</param>
/// <param name="OrderBy">The field with the timestamp that tells which are newest.</param>
public sealed record KeepNewestRequirement(int Keep, string OrderBy, int OrderBySlot) : GroupRequirement;
