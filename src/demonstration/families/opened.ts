import type { Story } from './story.ts'

/** Opened from the case system this morning: a number, a name, nobody in it yet. */
export const opened: Story = {
  key: 'opened',
  borough: 'Hackney',
  name: 'Osborne-Tetteh',
  teaches: 'Just opened from the case system, with nothing but its number: what an empty record asks for first',
  team: 'Family support and protection',
  cmsId: 'HK-204871',
  opened: 0,
  worker: 'amara',
  workers: [{ who: 'amara', kind: 'key worker', from: 0 }],
  people: {},
}
