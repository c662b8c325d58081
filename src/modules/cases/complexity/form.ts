import { z } from 'zod'
import { linesOf, oneOf } from '#platform/questions.ts'
import { type Family, nameOf } from '../family.ts'
import { longest } from '../pattern/form.ts'
import { type Complexity, complexityKinds, kindName, linkName, links } from './complexity.ts'

/** What makes things harder for somebody of this family, and what it has to do with the abuse. */
export const complexityForm = ({ family }: { family: Pick<Family, 'people'> }) =>
  z
    .strictObject({
      individual: oneOf(
        family.people.map(({ individualId }) => individualId),
        'Select whom it is about',
      ),
      kind: oneOf(
        complexityKinds.map(({ value }) => value),
        'Select what it is',
      ),
      link: oneOf(
        links.map(({ value }) => value),
        'Select what it has to do with the abuse',
      ),
      what: linesOf({ name: 'How it shows', max: longest }).refine((text) => text !== '', 'Enter how it shows'),
      source: linesOf({ name: 'How it is known', max: 2000 }).default(''),
      withdrawnWhy: linesOf({ name: 'The reason', max: 2000 }).default(''),
    })
    .transform(({ individual, ...rest }) => ({ individualId: individual, ...rest }))

/** As its form would have been filled in. */
export const typedOf = ({ individualId, kind, link, what, source }: Complexity) => ({
  individual: individualId,
  kind,
  link,
  what,
  source,
})

/** The same in words, for who saved at the same time. */
export const complexityInWords = (family: Pick<Family, 'people'>, complexity: Complexity) => ({
  individual: nameOf(family, complexity.individualId),
  kind: kindName(complexity.kind),
  link: linkName(complexity.link),
  what: complexity.what,
  source: complexity.source,
  withdrawnWhy: complexity.withdrawnWhy,
})
